'use client'
import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input, Textarea } from '@/components/ui/input.client'
import type { MockResponse } from '@/lib/domain/derived-api'
import { PairRows } from './pair-rows.client'

interface MockResponsesProps {
  readonly responses: readonly MockResponse[]
  readonly onChange: (responses: readonly MockResponse[]) => void
  readonly readOnly: boolean
}

function ResponseCard(props: {
  readonly response: MockResponse
  readonly onChange: (response: MockResponse) => void
  readonly onRemove: (() => void) | null
  readonly readOnly: boolean
}) {
  const { response, onChange, onRemove, readOnly } = props
  return (
    <div className="grid gap-4 rounded-card border p-4">
      <div className="flex items-center gap-2">
        <p className="mr-auto text-table font-medium">{response.selectionPattern === null ? 'Default response' : 'Selected response'}</p>
        {onRemove && (
          <IconButton label="Remove this response" size="dense" onClick={onRemove}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {response.selectionPattern !== null && (
        <Field label="Selection pattern" hint="Matched against the status that the request template names.">
          <Input
            mono
            readOnly={readOnly}
            value={response.selectionPattern}
            onValueChange={(selectionPattern) => onChange({ ...response, selectionPattern })}
          />
        </Field>
      )}
      <div className="grid grid-cols-[96px_1fr] gap-4">
        <Field label="Status">
          <Input
            mono
            type="number"
            min={200}
            max={599}
            readOnly={readOnly}
            value={String(response.status)}
            onValueChange={(status) => onChange({ ...response, status: Number(status) })}
          />
        </Field>
        <Field label="Content type">
          <Input
            mono
            readOnly={readOnly}
            value={response.contentType}
            onValueChange={(contentType) => onChange({ ...response, contentType })}
          />
        </Field>
      </div>
      <Field label="Body" hint="Sent as it stands.">
        <Textarea
          mono
          rows={5}
          spellCheck={false}
          readOnly={readOnly}
          value={response.body}
          onChange={(event) => onChange({ ...response, body: event.target.value })}
        />
      </Field>
      <div className="grid gap-1.5">
        <p className="text-table font-medium">Headers</p>
        <PairRows
          label="Headers"
          rows={response.headers.map(([name, value]) => ({ name, value }))}
          onChange={(rows) => onChange({ ...response, headers: rows.map(({ name, value }) => [name, value] as const) })}
          namePlaceholder="Cache-Control"
          valuePlaceholder="no-store"
          addLabel="Add header"
          readOnly={readOnly}
        />
      </div>
    </div>
  )
}

export function MockResponses({ responses, onChange, readOnly }: MockResponsesProps) {
  return (
    <div className="grid justify-items-start gap-3">
      {responses.map((response, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: responses are edited in place and have no other identity
        <div key={index} className="w-full">
          <ResponseCard
            response={response}
            readOnly={readOnly}
            onChange={(next) => onChange(responses.map((item, at) => (at === index ? next : item)))}
            onRemove={readOnly || response.selectionPattern === null ? null : () => onChange(responses.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {!readOnly && (
        <Button
          size="dense"
          variant="quiet"
          onClick={() =>
            onChange([...responses, { selectionPattern: '4\\d{2}', status: 400, headers: [], contentType: 'application/json', body: '' }])
          }
        >
          <Plus size={14} aria-hidden />
          Add selected response
        </Button>
      )}
    </div>
  )
}
