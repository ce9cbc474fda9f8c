import { measurePolicy, type PolicyKind } from '@/lib/policy'
import { cx } from '../ui/cx'

/** How much of AWS's limit for this kind of policy is used. */
export function SizeMeter({ text, kind }: { readonly text: string; readonly kind: PolicyKind }) {
  const size = measurePolicy(text, kind)
  if (!size) return null
  const share = Math.min(1, size.characters / size.charactersMax)
  const over = size.characters > size.charactersMax
  return (
    <span
      className="flex items-center gap-2"
      title={over ? 'AWS refuses a policy of this size. It is enforced here all the same.' : 'Size as AWS counts it, and AWS’s limit'}
    >
      <span aria-hidden className="h-1 w-16 overflow-hidden rounded-full bg-selected max-sm:hidden">
        <span className={cx('block h-full rounded-full', over ? 'bg-warning' : 'bg-ink-3')} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={cx('num', over && 'text-warning')}>
        {size.characters.toLocaleString('en')} of {size.charactersMax.toLocaleString('en')} characters
      </span>
    </span>
  )
}
