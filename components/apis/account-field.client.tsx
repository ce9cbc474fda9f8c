'use client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { useAccountChoice } from './use-account-choice.client'

export interface AccountFieldProps {
  /** Empty for the first account of the workspace. */
  readonly value: string
  readonly onChange: (account: string) => void
  readonly error?: string
}

/** The account that owns a thing: one of the workspace, or its 12 digits while there is none. */
export function AccountField({ value, onChange, error }: AccountFieldProps) {
  const { options, first, loaded } = useAccountChoice()
  return (
    <Field label="Account" error={error} hint={loaded && !first ? '12 digits; it names the owner in ARNs.' : undefined}>
      {loaded && !first ? (
        <Input mono inputMode="numeric" pattern="[0-9]{12}" placeholder="111122223333" required value={value} onValueChange={onChange} />
      ) : (
        <Select value={value || first} onChange={onChange} options={options} placeholder="Loading" />
      )}
    </Field>
  )
}
