import { cx } from './cx'

/** A key or chord, e.g. ⌘K. */
export function KeyHint({ keys, onFill, className }: { readonly keys: string; readonly onFill?: boolean; readonly className?: string }) {
  return (
    <kbd
      className={cx(
        'min-w-5 shrink-0 rounded-mark border px-1 py-px text-center font-sans text-tiny font-medium',
        onFill ? 'border-on-fill/40 text-on-fill' : 'bg-surface text-ink-3',
        className,
      )}
    >
      {keys}
    </kbd>
  )
}
