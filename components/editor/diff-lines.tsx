import { cx } from '../ui/cx'
import type { DiffLine } from './line-diff'

/** Changed lines of a text. Neutral colours: a change is no verdict. */
export function DiffLines({
  lines,
  label,
  className,
}: {
  readonly lines: readonly DiffLine[]
  readonly label: string
  readonly className?: string
}) {
  return (
    <figure
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cx('overflow-auto rounded-card border bg-sunken py-2 font-mono text-code whitespace-pre', className)}
    >
      {lines.map((line, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          key={index}
          className={cx(
            'block min-w-max px-3',
            line.mark === '+' && 'bg-selected text-ink',
            (line.mark === '-' || line.mark === '@') && 'text-ink-3',
          )}
        >
          <span aria-hidden className="mr-3 inline-block w-2 text-ink-3 select-none">
            {line.mark === ' ' || line.mark === '@' ? '' : line.mark}
          </span>
          {line.text.slice(0, line.text.length - line.text.trimStart().length)}
          <span className={line.mark === '-' ? 'line-through' : undefined}>{line.text.trimStart()}</span>
        </span>
      ))}
    </figure>
  )
}
