import { cx } from './cx'

/** A bar of the size of what will stand there; give width and height by class. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cx('pulse block h-3 rounded-mark bg-selected', className)} />
}
