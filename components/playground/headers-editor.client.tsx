'use client'
import { Plus, X } from 'lucide-react'
import { Button } from '../ui/button.client'
import { IconButton } from '../ui/icon-button.client'
import { Input } from '../ui/input.client'
import { isSecretHeader } from './request-state'

export interface HeadersEditorProps {
  readonly headers: readonly (readonly [string, string])[]
  readonly onChange: (headers: readonly (readonly [string, string])[]) => void
}

/** Header lines in order; a name may stand twice. */
export function HeadersEditor({ headers, onChange }: HeadersEditorProps) {
  const set = (index: number, line: readonly [string, string]) => onChange(headers.map((old, at) => (at === index ? line : old)))
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 text-table font-medium">Headers</legend>
      <ul className="grid gap-2">
        {headers.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <li key={index} className="grid grid-cols-[minmax(96px,1fr)_2fr_28px] items-center gap-2">
            <Input
              size="dense"
              mono
              aria-label={`Name of header ${index + 1}`}
              placeholder="Name"
              value={name}
              onValueChange={(next) => set(index, [next, value])}
            />
            <Input
              size="dense"
              mono
              aria-label={`Value of header ${index + 1}`}
              placeholder="Value"
              title={isSecretHeader(name) ? 'Kept out of the address of this page' : undefined}
              value={value}
              onValueChange={(next) => set(index, [name, next])}
            />
            <IconButton
              label={`Remove header ${name || index + 1}`}
              size="dense"
              onClick={() => onChange(headers.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button size="dense" variant="quiet" className="mt-2" onClick={() => onChange([...headers, ['', '']])}>
        <Plus size={14} aria-hidden />
        Add header
      </Button>
    </fieldset>
  )
}
