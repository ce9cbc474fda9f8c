'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { AccountView, PoolDetail } from '@/lib/domain/console-api'
import type { EvaluateCaller } from '@/lib/domain/evaluate'
import { principalHref } from '../decision/decision-links'
import { Checkbox } from '../ui/checkbox.client'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { Segmented } from '../ui/segmented.client'
import { Select } from '../ui/select.client'

export interface CallerSettingsProps {
  readonly caller: EvaluateCaller
  readonly pools: readonly PoolDetail[]
  readonly accounts: readonly AccountView[]
  readonly onChange: (caller: EvaluateCaller) => void
}

/** What can be set about the chosen caller: the session of a role, the token of a pool user. */
export function CallerSettings({ caller, pools, accounts, onChange }: CallerSettingsProps) {
  switch (caller.type) {
    case 'anonymous':
      return <Note title="No credential">The request is sent as it is. Routes with authorization refuse it before any policy is read.</Note>
    case 'raw':
      return (
        <Note title="Your own headers">
          Add the headers below the caller: they are read as the gateway reads them, signatures and tokens included.
        </Note>
      )
    case 'iam':
      return <IamSettings caller={caller} accounts={accounts} onChange={onChange} />
    case 'poolUser':
      return <PoolUserSettings caller={caller} pool={pools.find((pool) => pool.id === caller.pool)} onChange={onChange} />
  }
}

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="text-table">
      <h3 className="text-meta font-medium text-ink-3">{title}</h3>
      <p className="pt-1 text-pretty text-ink-2">{children}</p>
    </div>
  )
}

type Iam = Extract<EvaluateCaller, { type: 'iam' }>

function IamSettings({ caller, accounts, onChange }: { caller: Iam; accounts: readonly AccountView[]; onChange: (caller: Iam) => void }) {
  const summary = accounts.flatMap((account) => [...account.users, ...account.roles]).find((principal) => principal.arn === caller.arn)
  const { session } = caller
  const setSession = (patch: Partial<NonNullable<Iam['session']>>) =>
    onChange({ ...caller, session: { name: session?.name ?? 'playground', ...session, ...patch } })
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-[72px_1fr] gap-y-1 text-meta leading-5">
        <dt className="text-ink-3">Policies</dt>
        <dd>{summary ? summary.policyCount : '–'}</dd>
        {summary?.type === 'user' && (
          <>
            <dt className="text-ink-3">Groups</dt>
            <dd className="cut">{summary.groups.join(', ') || 'none'}</dd>
          </>
        )}
        <dt className="text-ink-3">Boundary</dt>
        <dd>{summary?.hasBoundary ? 'yes' : 'none'}</dd>
      </dl>
      {summary?.type === 'role' && (
        <>
          <Field label="Session name">
            <Input size="dense" mono value={session?.name ?? ''} onValueChange={(name) => setSession({ name })} />
          </Field>
          <Field label="MFA age in seconds" hint="Empty: the session has no MFA.">
            <Input
              size="dense"
              mono
              inputMode="numeric"
              value={session?.mfaAgeSec === undefined ? '' : String(session.mfaAgeSec)}
              onValueChange={(text) => setSession({ mfaAgeSec: /^\d+$/.test(text) ? Number(text) : undefined })}
            />
          </Field>
          <Field label="Session tags" hint="key=value, one a line">
            <TagsInput tags={session?.tags ?? {}} onChange={(tags) => setSession({ tags })} />
          </Field>
        </>
      )}
      <Link href={principalHref(caller.arn)} className="link text-meta">
        Open {summary?.name ?? 'the principal'}
      </Link>
    </div>
  )
}

function TagsInput({ tags, onChange }: { tags: Readonly<Record<string, string>>; onChange: (tags: Record<string, string>) => void }) {
  return (
    <textarea
      rows={2}
      aria-label="Session tags"
      defaultValue={Object.entries(tags)
        .map(([key, value]) => `${key}=${value}`)
        .join('\n')}
      onChange={(event) => onChange(readTags(event.target.value))}
      className="w-full resize-y rounded-control border border-control bg-surface px-2 py-1 font-mono text-code"
    />
  )
}

function readTags(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf('=')
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
  })
  return Object.fromEntries(pairs)
}

type PoolCaller = Extract<EvaluateCaller, { type: 'poolUser' }>

function PoolUserSettings(props: { caller: PoolCaller; pool: PoolDetail | undefined; onChange: (caller: PoolCaller) => void }) {
  const { caller, pool, onChange } = props
  const scopes = pool?.resourceServers.flatMap((server) => server.scopes.map((scope) => `${server.identifier}/${scope}`)) ?? []
  const chosen = new Set(caller.scopes ?? [])
  const toggle = (scope: string, on: boolean) => {
    const next = scopes.filter((item) => (item === scope ? on : chosen.has(item)))
    onChange({ ...caller, scopes: next.length > 0 ? next : undefined })
  }
  return (
    <div className="grid gap-3">
      <Field label="Token">
        <Segmented
          label="Token"
          size="dense"
          value={caller.tokenUse}
          onChange={(tokenUse) => onChange({ ...caller, tokenUse })}
          options={[
            { value: 'id', label: 'ID token' },
            { value: 'access', label: 'Access token' },
          ]}
        />
      </Field>
      <Field label="App client">
        <Select
          size="dense"
          value={caller.client}
          onChange={(client) => onChange({ ...caller, client })}
          options={(pool?.clients ?? []).map((client) => ({ value: client.id, label: client.name }))}
        />
      </Field>
      {caller.tokenUse === 'access' && scopes.length > 0 && (
        <fieldset className="grid gap-1.5">
          <legend className="pb-1.5 text-table font-medium">Scopes</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              checked={chosen.has(scope)}
              onChange={(on) => toggle(scope, on)}
              label={<code className="font-mono text-code">{scope}</code>}
            />
          ))}
        </fieldset>
      )}
      <Link href={`/pools/${encodeURIComponent(caller.pool)}`} className="link text-meta">
        Open the user pool
      </Link>
    </div>
  )
}
