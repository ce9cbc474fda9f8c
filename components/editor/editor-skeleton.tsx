/** Lines of the final text's shape, shown while the editor loads. */
export function EditorSkeleton({ text }: { readonly text: string }) {
  const lines = text.split('\n', 40)
  return (
    <div aria-hidden className="absolute inset-0 overflow-hidden bg-surface py-3">
      {lines.map((line, index) => {
        const indent = line.length - line.trimStart().length
        const length = Math.min(line.trim().length, 90)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={index} className="flex h-5 items-center pl-16 font-mono text-code">
            <span className="h-2 rounded-mark bg-selected" style={{ marginLeft: `${indent}ch`, width: `${length}ch` }} />
          </div>
        )
      })}
    </div>
  )
}
