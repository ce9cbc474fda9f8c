'use client'
import { type FormEvent, type ReactNode, useId } from 'react'
import { formError } from '../apis/field-errors'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { Drawer } from '../ui/drawer.client'

export interface FormDrawerProps {
  readonly title: ReactNode
  readonly submitLabel: string
  readonly pending: boolean
  readonly error: unknown
  /** Names of the fields that show their own error. */
  readonly fields?: readonly string[]
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A drawer with one form; the button and Enter submit it. */
export function FormDrawer({ title, submitLabel, pending, error, fields = [], onSubmit, onClose, children }: FormDrawerProps) {
  const formId = useId()
  const message = formError(error, fields)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!pending) onSubmit()
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            {submitLabel}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5 p-5">
        {message && <Callout tone="error">{message}</Callout>}
        {children}
      </form>
    </Drawer>
  )
}
