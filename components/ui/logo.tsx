/** The mark of the product: a gatehouse. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden className="shrink-0 fill-ink">
      <path d="M3 21V4h4v3h3V4h4v3h3V4h4v17h-5.5v-5a3.5 3.5 0 0 0-7 0v5z" />
    </svg>
  )
}
