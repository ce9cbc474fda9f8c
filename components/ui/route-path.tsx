/** A route's path with its parameters set back. */
export function RoutePath({ path }: { readonly path: string }) {
  const parts = path.split(/(\{[^}]*\})/)
  return (
    <span className="font-mono text-[13px] leading-5 font-[450] tracking-[-0.01em]">
      {parts.map((part, index) =>
        part.startsWith('{') ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one path never move
          <span key={index} className="text-ink-3">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  )
}
