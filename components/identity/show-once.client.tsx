'use client'
import { Button } from '../ui/button.client'
import { CodeBlock } from '../ui/code-block.client'
import { Dialog } from '../ui/dialog.client'

export interface ShowOnceProps {
  readonly title: string
  readonly description: string
  /** Label and value, in order. */
  readonly values: readonly (readonly [label: string, value: string])[]
  readonly onClose: () => void
}

/** Secrets that are answered once and never again. */
export function ShowOnce({ title, description, values, onClose }: ShowOnceProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      <dl className="grid gap-3">
        {values.map(([label, value]) => (
          <div key={label} className="grid gap-1.5">
            <dt className="text-table font-medium">{label}</dt>
            <dd>
              <CodeBlock text={value} label={label} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
