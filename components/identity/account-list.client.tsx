'use client'
import { Building2, FileUp, IdCard, type LucideIcon, Plus, ScrollText, UserRound, UsersRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { AccountView } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { usePrincipals } from '../data/principals'
import { useEditReason } from '../data/session.client'
import { principalHref } from '../decision/decision-links'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Menu } from '../ui/menu.client'
import { PageHeader } from '../ui/page-header'
import { SearchInput } from '../ui/search-input.client'
import { Select } from '../ui/select.client'
import { CreateAccountDrawer } from './create-account-drawer.client'
import { type CreatedKind, CreatePrincipalDrawer } from './create-principal-drawer.client'

interface Row {
  readonly arn: string
  readonly kind: CreatedKind
  readonly name: string
  readonly account: string
  readonly policies: number | null
  readonly related: string
  readonly boundary: boolean
  readonly keys: number
}

const KINDS: Readonly<Record<CreatedKind, { readonly icon: LucideIcon; readonly word: string }>> = {
  user: { icon: UserRound, word: 'user' },
  group: { icon: UsersRound, word: 'group' },
  role: { icon: IdCard, word: 'role' },
  policy: { icon: ScrollText, word: 'managed policy' },
}

const FILTERS = [
  { value: 'any', label: 'any' },
  { value: 'user', label: 'users' },
  { value: 'group', label: 'groups' },
  { value: 'role', label: 'roles' },
  { value: 'policy', label: 'managed policies' },
] as const

/** Accounts with their users, groups, roles and managed policies. */
export function AccountList() {
  const router = useRouter()
  const accounts = usePrincipals()
  const editReason = useEditReason()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<(typeof FILTERS)[number]['value']>('any')
  const [creating, setCreating] = useState<CreatedKind | 'account' | null>(null)
  const rows = useMemo(() => accounts.data?.flatMap(rowsOf), [accounts.data])
  const shown = useMemo(() => rows?.filter((row) => (kind === 'any' || row.kind === kind) && matches(row, text)), [rows, kind, text])
  const noAccounts = accounts.data?.length === 0

  return (
    <>
      <PageHeader
        title="Accounts"
        actions={
          noAccounts ? undefined : (
            <>
              <Button disabledReason={editReason} onClick={() => setCreating('account')}>
                <Building2 size={14} aria-hidden />
                Add account
              </Button>
              {editReason ? (
                <Button variant="primary" disabledReason={editReason}>
                  <Plus size={14} aria-hidden />
                  Create
                </Button>
              ) : (
                <Menu
                  trigger={
                    <Button variant="primary">
                      <Plus size={14} aria-hidden />
                      Create
                    </Button>
                  }
                  items={(['user', 'group', 'role', 'policy'] as const).map((item) => {
                    const Icon = KINDS[item].icon
                    return { label: capital(KINDS[item].word), icon: <Icon size={14} aria-hidden />, onSelect: () => setCreating(item) }
                  })}
                />
              )}
            </>
          )
        }
      />
      {accounts.isError && (
        <Callout tone="error" className="mx-4 mb-3 md:mx-6" title="The accounts could not be read.">
          {errorText(accounts.error)}
        </Callout>
      )}
      {noAccounts ? (
        <NoAccounts reason={editReason} onCreate={() => setCreating('account')} />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
            <SearchInput label="Find a principal" placeholder="Name, ARN, group" value={text} onChange={setText} />
            <Select look="token" size="dense" label="Kind" value={kind} onChange={setKind} options={FILTERS} />
          </div>
          <DataTable
            label="Principals and policies"
            columns={COLUMNS}
            rows={shown}
            rowKey={(row) => row.arn}
            groupBy={(row) => row.account}
            onOpen={(row) => router.push(principalHref(row.arn))}
            empty={<EmptyState title="Nobody matches">No principal or policy has these words in its name, ARN or groups.</EmptyState>}
          />
        </>
      )}
      {creating === 'account' && <CreateAccountDrawer onClose={() => setCreating(null)} />}
      {creating && creating !== 'account' && <CreatePrincipalDrawer kind={creating} onClose={() => setCreating(null)} />}
    </>
  )
}

const NONE = <span className="text-ink-3">–</span>

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: (row) => {
      const Icon = KINDS[row.kind].icon
      return (
        <span className="flex items-center gap-2.5 font-medium">
          <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-3" />
          {row.name}
        </span>
      )
    },
  },
  { key: 'kind', header: 'Kind', width: '160px', cell: (row) => <span className="text-ink-2">{KINDS[row.kind].word}</span> },
  {
    key: 'related',
    header: 'Groups, members, attached to',
    from: 'md',
    cell: (row) => (row.related ? <span className="cut block max-w-80 text-ink-2">{row.related}</span> : NONE),
  },
  { key: 'policies', header: 'Policies', align: 'right', width: '96px', cell: (row) => row.policies ?? NONE },
  { key: 'boundary', header: 'Boundary', from: 'lg', width: '112px', cell: (row) => (row.boundary ? 'yes' : NONE) },
  {
    key: 'keys',
    header: 'Access keys',
    from: 'lg',
    align: 'right',
    width: '112px',
    cell: (row) => (row.kind === 'user' ? row.keys : NONE),
  },
]

function rowsOf(account: AccountView): readonly Row[] {
  const name = `${account.alias ?? account.id}${account.alias ? ` · ${account.id}` : ''}${account.organizationId ? ` · ${account.organizationId}` : ''}`
  const base = { account: name, boundary: false, keys: 0 }
  return [
    ...[...account.users, ...account.roles].map((item) => ({
      ...base,
      arn: item.arn,
      kind: item.type,
      name: item.name,
      policies: item.policyCount,
      related: item.groups.join(', '),
      boundary: item.hasBoundary,
      keys: item.accessKeyCount,
    })),
    ...account.groups.map((group) => ({
      ...base,
      arn: group.arn,
      kind: 'group' as const,
      name: group.name,
      policies: group.policyCount,
      related: group.members.join(', '),
    })),
    ...account.policies.map((policy) => ({
      ...base,
      arn: policy.arn,
      kind: 'policy' as const,
      name: policy.name,
      policies: null,
      related: policy.attachedTo.map((arn) => arn.split('/').at(-1) ?? arn).join(', '),
    })),
  ]
}

function matches(row: Row, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return !wanted || `${row.name} ${row.arn} ${row.related}`.toLowerCase().includes(wanted)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function NoAccounts({ reason, onCreate }: { readonly reason: string | null; readonly onCreate: () => void }) {
  return (
    <EmptyState
      title="No accounts yet"
      ways={[
        {
          icon: <Building2 size={18} aria-hidden />,
          title: 'Add an account',
          text: 'Twelve digits that own users, roles and APIs',
          action: (
            <Button disabledReason={reason} onClick={onCreate}>
              Add account
            </Button>
          ),
        },
        {
          icon: <FileUp size={18} aria-hidden />,
          title: 'Import account details',
          text: 'What aws iam get-account-authorization-details prints',
          action: <LinkButton href="/apis">Import</LinkButton>,
        },
      ]}
    >
      An account holds the users, groups, roles and policies that IAM-signed requests are checked against.
    </EmptyState>
  )
}
