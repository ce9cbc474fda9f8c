'use client'
import { X } from 'lucide-react'
import Link from 'next/link'
import type { AccountView, PrincipalDetail, PrincipalPatch } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useUpdatePrincipal } from '../data/principal'
import { usePrincipals } from '../data/principals'
import { useEditReason } from '../data/session.client'
import { principalHref } from '../decision/decision-links'
import { IconButton } from '../ui/icon-button.client'
import { Panel } from '../ui/panel'
import { Select } from '../ui/select.client'
import { TimeAgo } from '../ui/time-ago.client'
import { toast } from '../ui/toast.client'
import { AccessKeys } from './access-keys.client'
import { Empty, Line } from './panel-lines'

/** Groups, attached policies, boundary, tags and access keys of one principal. */
export function PrincipalOverview({ principal }: { readonly principal: PrincipalDetail }) {
  const accounts = usePrincipals()
  const account = accounts.data?.find((item) => item.id === principal.account)
  const editReason = useEditReason()
  const update = useUpdatePrincipal(principal.arn)
  const patch = (change: PrincipalPatch) =>
    update.mutate(
      { ...change, etag: principal.etag },
      { onError: (error) => toast({ type: 'error', title: `${principal.name} was not changed`, description: errorText(error) }) },
    )
  const parts = { principal, account, reason: editReason, patch }
  return (
    <div className="grid max-w-190 content-start gap-6 p-4 md:p-6">
      {principal.type === 'user' && <Groups {...parts} />}
      {principal.type === 'group' && <Members account={account} name={principal.name} />}
      <Attached {...parts} />
      {principal.type !== 'group' && <Boundary {...parts} />}
      {principal.type === 'user' && <AccessKeys principal={principal} />}
      {principal.tags.length > 0 && (
        <Panel title="Tags">
          {principal.tags.map((tag) => (
            <Line key={tag.key} label={tag.key}>
              <code className="font-mono text-code">{tag.value}</code>
            </Line>
          ))}
        </Panel>
      )}
      <p className="text-meta text-ink-3">
        Last changed in r{principal.changed.revision} by {principal.changed.by}, <TimeAgo at={principal.changed.at} />
      </p>
    </div>
  )
}

interface PartProps {
  readonly principal: PrincipalDetail
  readonly account: AccountView | undefined
  readonly reason: string | null
  readonly patch: (change: PrincipalPatch) => void
}

function Groups({ principal, account, reason, patch }: PartProps) {
  const free = (account?.groups ?? []).filter((group) => !principal.groups.includes(group.name))
  return (
    <Panel
      title="Groups"
      actions={
        <Adder
          label="Add to group"
          reason={reason ?? (free.length === 0 ? 'There is no other group in this account.' : null)}
          options={free.map((group) => ({ value: group.name, label: group.name }))}
          onAdd={(name) => patch({ groups: [...principal.groups, name] })}
        />
      }
    >
      {principal.groups.length === 0 && <Empty>In no group.</Empty>}
      {principal.groups.map((name) => {
        const arn = account?.groups.find((group) => group.name === name)?.arn
        return (
          <Line key={name} label={arn ? <NameLink arn={arn} name={name} /> : name}>
            <Remove
              label={`Take ${principal.name} out of ${name}`}
              reason={reason}
              onRemove={() => patch({ groups: principal.groups.filter((group) => group !== name) })}
            />
          </Line>
        )
      })}
    </Panel>
  )
}

function Members({ account, name }: { readonly account: AccountView | undefined; readonly name: string }) {
  const members = (account?.users ?? []).filter((user) => user.groups.includes(name))
  return (
    <Panel title="Members">
      {members.length === 0 && <Empty>No users yet. A user joins on its own page.</Empty>}
      {members.map((user) => (
        <Line key={user.arn} label={<NameLink arn={user.arn} name={user.name} />} />
      ))}
    </Panel>
  )
}

function Attached({ principal, account, reason, patch }: PartProps) {
  const attached = principal.attachedPolicyArns
  const free = (account?.policies ?? []).filter((policy) => !attached.includes(policy.arn))
  return (
    <Panel
      title="Attached policies"
      actions={
        <Adder
          label="Attach a policy"
          reason={reason ?? (free.length === 0 ? 'There is no other managed policy in this account.' : null)}
          options={free.map((policy) => ({ value: policy.arn, label: policy.name }))}
          onAdd={(arn) => patch({ attachedPolicyArns: [...attached, arn] })}
        />
      }
    >
      {attached.length === 0 && <Empty>No managed policy is attached.</Empty>}
      {attached.map((arn) => (
        <Line key={arn} label={<NameLink arn={arn} name={arn.split('/').at(-1) ?? arn} />}>
          <Remove
            label={`Detach ${arn.split('/').at(-1)}`}
            reason={reason}
            onRemove={() => patch({ attachedPolicyArns: attached.filter((item) => item !== arn) })}
          />
        </Line>
      ))}
    </Panel>
  )
}

function Boundary({ principal, account, reason, patch }: PartProps) {
  const arn = principal.permissionsBoundaryArn
  return (
    <Panel
      title="Permissions boundary"
      actions={
        <Adder
          label={arn ? 'Change boundary' : 'Set boundary'}
          reason={reason ?? ((account?.policies.length ?? 0) === 0 ? 'There is no managed policy in this account.' : null)}
          options={(account?.policies ?? [])
            .filter((policy) => policy.arn !== arn)
            .map((policy) => ({ value: policy.arn, label: policy.name }))}
          onAdd={(next) => patch({ permissionsBoundaryArn: next })}
        />
      }
    >
      {arn ? (
        <Line label={<NameLink arn={arn} name={arn.split('/').at(-1) ?? arn} />}>
          <Remove label="Remove the boundary" reason={reason} onRemove={() => patch({ permissionsBoundaryArn: null })} />
        </Line>
      ) : (
        <Empty>None. The policies alone say what {principal.name} may do.</Empty>
      )}
    </Panel>
  )
}

function NameLink({ arn, name }: { readonly arn: string; readonly name: string }) {
  return (
    <Link href={principalHref(arn)} className="link font-medium">
      {name}
    </Link>
  )
}

function Remove({ label, reason, onRemove }: { readonly label: string; readonly reason: string | null; readonly onRemove: () => void }) {
  return (
    <IconButton label={label} size="dense" disabledReason={reason} onClick={onRemove}>
      <X size={14} aria-hidden />
    </IconButton>
  )
}

interface AdderProps {
  readonly label: string
  readonly reason: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onAdd: (value: string) => void
}

function Adder({ label, reason, options, onAdd }: AdderProps) {
  return (
    <span title={reason ?? undefined}>
      <Select
        label={label}
        placeholder={label}
        size="dense"
        className="min-w-36"
        disabled={reason !== null}
        value={null}
        onChange={onAdd}
        options={options}
      />
    </span>
  )
}
