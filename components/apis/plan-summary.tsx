import type { ObjectKind, PlanItem, PlanView } from '@/lib/domain/console-api'

const WORD: Readonly<Record<ObjectKind, string>> = {
  account: 'account',
  iamUser: 'user',
  iamGroup: 'group',
  iamRole: 'role',
  iamPolicy: 'managed policy',
  accessKey: 'access key',
  function: 'function',
  userPool: 'user pool',
  userPoolUser: 'user of a pool',
  api: 'API',
  test: 'test',
}

const SHOWN_MAX = 100

function PlanRows({
  title,
  items,
  names,
}: {
  readonly title: string
  readonly items: readonly PlanItem[]
  readonly names: ReadonlyMap<string, string>
}) {
  if (items.length === 0) return null
  return (
    <details open={items.length <= 8} className="border-t px-4 py-2.5 text-table first:border-t-0">
      <summary className="font-medium">
        {title} <span className="num font-normal text-ink-3">{items.length}</span>
      </summary>
      <ul className="grid gap-1 pt-1.5 pl-4">
        {items.slice(0, SHOWN_MAX).map((item) => (
          <li key={`${item.kind} ${item.key}`} className="break-words">
            <span className="text-ink-3">{WORD[item.kind] ?? item.kind}</span>{' '}
            <span className="font-mono text-code break-all">{names.get(item.key) ?? item.key}</span>
          </li>
        ))}
        {items.length > SHOWN_MAX && <li className="text-ink-3">and {items.length - SHOWN_MAX} more</li>}
      </ul>
    </details>
  )
}

const NO_NAMES: ReadonlyMap<string, string> = new Map()

/** What a write creates, changes and deletes. `names` stand in for keys that say nothing to people. */
export function PlanSummary({ plan, names = NO_NAMES }: { readonly plan: PlanView; readonly names?: ReadonlyMap<string, string> }) {
  const changes = plan.create.length + plan.update.length + plan.delete.length
  if (changes === 0)
    return <p className="rounded-card border px-4 py-3 text-table text-ink-2">Nothing changes: this is what is stored already.</p>
  return (
    <section aria-label="Plan" className="rounded-card border">
      <PlanRows title="Creates" items={plan.create} names={names} />
      <PlanRows title="Changes" items={plan.update} names={names} />
      <PlanRows title="Deletes" items={plan.delete} names={names} />
    </section>
  )
}
