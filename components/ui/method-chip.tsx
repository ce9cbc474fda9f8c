import { cx } from './cx'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** HTTP method, 52×20: outlined for reads, filled for writes. */
export function MethodChip({ method, className }: { readonly method: string; readonly className?: string }) {
  return (
    <span
      className={cx(
        'inline-block w-13 shrink-0 rounded-mark border text-center font-mono text-tiny leading-[18px] font-medium',
        READS.has(method) ? 'text-ink-2' : 'border-transparent bg-selected text-ink',
        className,
      )}
    >
      {method}
    </span>
  )
}
