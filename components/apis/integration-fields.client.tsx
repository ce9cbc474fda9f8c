'use client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Segmented } from '@/components/ui/segmented.client'
import { Select } from '@/components/ui/select.client'
import { MockResponses } from './mock-responses.client'
import { PairRows } from './pair-rows.client'
import { METHODS, type RouteDraft, unusedParameters } from './route-draft'

const TYPES = [
  { value: 'HTTP_PROXY', label: 'HTTP_PROXY' },
  { value: 'MOCK', label: 'MOCK' },
] as const

export interface IntegrationFieldsProps {
  readonly draft: RouteDraft
  readonly onChange: (patch: Partial<RouteDraft>) => void
  readonly readOnly: boolean
  readonly error?: string
}

/** Where a route goes: an HTTP upstream, or an answer of its own. */
export function IntegrationFields({ draft, onChange, readOnly, error }: IntegrationFieldsProps) {
  const unused = unusedParameters(draft)
  return (
    <section className="grid gap-4 border-t p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-h2">Integration</h3>
        <Segmented
          label="Integration type"
          size="dense"
          value={draft.integration}
          onChange={(integration) => !readOnly && onChange({ integration })}
          options={TYPES}
        />
      </div>
      {error && <p className="text-meta text-error">{error}</p>}
      {draft.integration === 'MOCK' ? (
        <MockResponses responses={draft.responses} onChange={(responses) => onChange({ responses })} readOnly={readOnly} />
      ) : (
        <>
          <Field
            label="Upstream"
            hint={
              unused.length > 0
                ? `Not passed on: ${unused.map((name) => `{${name}}`).join(', ')}.`
                : 'May hold path parameters such as {id}, and stage variables.'
            }
          >
            <Input mono type="url" required readOnly={readOnly} value={draft.uri} onValueChange={(uri) => onChange({ uri })} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Upstream method" hint="ANY passes the caller's on.">
              <Select
                value={draft.httpMethod}
                disabled={readOnly}
                onChange={(httpMethod) => onChange({ httpMethod })}
                options={METHODS.map((value) => ({ value, label: value }))}
              />
            </Field>
            <Field label="Timeout in ms" hint="50 to 29,000.">
              <Input
                mono
                type="number"
                min={50}
                max={29_000}
                required
                readOnly={readOnly}
                value={draft.timeoutMs}
                onValueChange={(timeoutMs) => onChange({ timeoutMs })}
              />
            </Field>
          </div>
          <div className="grid gap-1.5">
            <p className="text-table font-medium">Request parameters</p>
            <PairRows
              label="Request parameters"
              rows={draft.parameters}
              onChange={(parameters) => onChange({ parameters })}
              namePlaceholder="integration.request.path.id"
              valuePlaceholder="method.request.path.id"
              addLabel="Add parameter"
              readOnly={readOnly}
            />
          </div>
        </>
      )}
    </section>
  )
}
