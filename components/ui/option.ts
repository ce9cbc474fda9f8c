import type { ReactNode } from 'react'

/** One row of a Select or Combobox. */
export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** Second, quieter text. */
  readonly hint?: string
  readonly icon?: ReactNode
  readonly group?: string
}
