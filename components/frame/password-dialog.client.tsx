'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useSession } from '@/components/data/session.client'
import { useChangePassword } from '@/components/data/status'
import { Button } from '@/components/ui/button.client'
import { Dialog } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { toast } from '@/components/ui/toast.client'

const PASSWORD_LENGTH_MIN = 10

export function PasswordDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { user } = useSession()
  const router = useRouter()
  const formId = useId()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useChangePassword()

  const close = () => {
    setCurrent('')
    setPassword('')
    change.reset()
    onClose()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { password, ...(user.hasPassword && { current }) },
      {
        onSuccess: () => {
          toast({ title: user.hasPassword ? 'Password changed' : 'Password set', description: `Sign in as ${user.email} from now on.` })
          close()
          router.refresh()
        },
      },
    )
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={user.hasPassword ? 'Change your password' : 'Set a password'}
      description={`You sign in as ${user.email}.`}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} pending={change.isPending}>
            {user.hasPassword ? 'Change password' : 'Set password'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="grid gap-4">
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        {user.hasPassword && (
          <Field label="Current password">
            <Input type="password" autoComplete="current-password" required value={current} onValueChange={setCurrent} />
          </Field>
        )}
        <Field
          label="New password"
          hint={`${PASSWORD_LENGTH_MIN} characters or more.`}
          error={change.isError ? errorText(change.error) : undefined}
        >
          <Input
            type="password"
            autoComplete="new-password"
            required
            minLength={PASSWORD_LENGTH_MIN}
            value={password}
            onValueChange={setPassword}
          />
        </Field>
      </form>
    </Dialog>
  )
}
