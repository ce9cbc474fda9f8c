'use client'
import { Plus, X } from 'lucide-react'
import Link from 'next/link'
import { useFunctions } from '@/components/data/functions'
import { usePools } from '@/components/data/pools'
import { Button } from '@/components/ui/button.client'
import { Checkbox } from '@/components/ui/checkbox.client'
import { Field } from '@/components/ui/field.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import type { IdentitySource } from '@/lib/domain/derived-api'
import { type AuthorizerDraft, functionKey } from './authorizer-draft'

export interface AuthorizerFieldsProps {
  readonly draft: AuthorizerDraft
  readonly onChange: (patch: Partial<AuthorizerDraft>) => void
  readonly readOnly: boolean
  readonly errorOf: (field: string) => string | undefined
}

const SOURCES = [
  { value: 'header', label: 'header' },
  { value: 'querystring', label: 'querystring' },
  { value: 'stageVariables', label: 'stageVariables' },
  { value: 'context', label: 'context' },
] as const

export function HeaderFields({ draft, onChange, readOnly, errorOf }: AuthorizerFieldsProps) {
  return (
    <>
      <Field label="Header" hint="Without it the answer is 401 and nothing is called." error={errorOf('header')}>
        <Input mono required readOnly={readOnly} value={draft.header} onValueChange={(header) => onChange({ header })} />
      </Field>
      <Field
        label="Token validation"
        hint="A regular expression over the whole value; empty takes any."
        error={errorOf('identityValidationExpression')}
      >
        <Input
          mono
          readOnly={readOnly}
          placeholder="^Bearer [-0-9a-zA-Z._]+$"
          value={draft.expression}
          onValueChange={(expression) => onChange({ expression })}
        />
      </Field>
    </>
  )
}

export function SourceFields({ draft, onChange, readOnly, errorOf }: AuthorizerFieldsProps) {
  const set = (index: number, patch: Partial<IdentitySource>) =>
    onChange({ identitySources: draft.identitySources.map((source, at) => (at === index ? { ...source, ...patch } : source)) })
  return (
    <fieldset className="grid justify-items-start gap-2">
      <legend className="pb-1.5 text-table font-medium">Identity sources</legend>
      {draft.identitySources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and have no other identity
        <div key={index} className="grid w-full grid-cols-[152px_1fr_32px] items-center gap-2">
          <Select
            label={`Kind of source ${index + 1}`}
            value={source.from}
            disabled={readOnly}
            onChange={(from) => set(index, { from })}
            options={SOURCES}
          />
          <Input
            mono
            aria-label={`Name of source ${index + 1}`}
            readOnly={readOnly}
            value={source.name}
            onValueChange={(name) => set(index, { name })}
          />
          {!readOnly && (
            <IconButton
              label={`Remove source ${index + 1}`}
              onClick={() => onChange({ identitySources: draft.identitySources.filter((_, at) => at !== index) })}
            >
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="dense"
          variant="quiet"
          onClick={() => onChange({ identitySources: [...draft.identitySources, { from: 'header', name: '' }] })}
        >
          <Plus size={14} aria-hidden />
          Add source
        </Button>
      )}
      <p className="text-meta text-ink-3">
        All of them must be there, else the answer is 401 and the function is not called. Together they are the cache key.
      </p>
      {errorOf('identitySources') && <p className="text-meta text-error">{errorOf('identitySources')}</p>}
    </fieldset>
  )
}

export function FunctionFields({ draft, onChange, readOnly, errorOf }: AuthorizerFieldsProps) {
  const { data: functions } = useFunctions()
  const options = (functions ?? []).map((item) => ({ value: functionKey(item), label: item.name, hint: `${item.account}, ${item.region}` }))
  return (
    <>
      <Field
        label="Function"
        error={errorOf('function')}
        hint={
          functions?.length === 0 ? (
            <>
              There is no function yet.{' '}
              <Link href="/authorizers" className="link">
                Write one first
              </Link>
              .
            </>
          ) : undefined
        }
      >
        <Select
          value={draft.functionKey || null}
          disabled={readOnly}
          onChange={(key) => onChange({ functionKey: key })}
          options={options}
          placeholder="Choose a function"
        />
      </Field>
      <Field
        label="Cache in seconds"
        hint="0 turns it off; 3600 at most. While cached, the answer counts for every route of the stage."
        error={errorOf('ttlSec')}
      >
        <Input
          mono
          type="number"
          min={0}
          max={3600}
          required
          readOnly={readOnly}
          value={draft.ttlSec}
          onValueChange={(ttlSec) => onChange({ ttlSec })}
        />
      </Field>
    </>
  )
}

export function PoolFields({ draft, onChange, readOnly, errorOf }: AuthorizerFieldsProps) {
  const { data: pools } = usePools()
  return (
    <fieldset className="grid gap-2.5">
      <legend className="pb-1.5 text-table font-medium">User pools</legend>
      {(pools ?? []).map((pool) => (
        <Checkbox
          key={pool.id}
          checked={draft.poolIds.includes(pool.id)}
          disabled={readOnly}
          onChange={(checked) =>
            onChange({ poolIds: checked ? [...draft.poolIds, pool.id] : draft.poolIds.filter((id) => id !== pool.id) })
          }
          label={pool.name}
          hint={<span className="font-mono">{pool.id}</span>}
        />
      ))}
      {pools?.length === 0 && (
        <p className="text-meta text-ink-3">
          There is no user pool yet.{' '}
          <Link href="/pools" className="link">
            Make one first
          </Link>
          .
        </p>
      )}
      {errorOf('poolIds') && <p className="text-meta text-error">{errorOf('poolIds')}</p>}
    </fieldset>
  )
}
