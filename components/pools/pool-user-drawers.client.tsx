'use client'
import { useState } from 'react'
import type { PoolDetail, PoolUserView } from '@/lib/domain/console-api'
import { fieldError } from '../apis/field-errors'
import { useCreatePoolUser, useUpdatePoolUser } from '../data/pool'
import { FormDrawer } from '../identity/form-drawer.client'
import { Checkbox } from '../ui/checkbox.client'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { toast } from '../ui/toast.client'

interface DrawerProps {
  readonly pool: PoolDetail
  readonly onClose: () => void
}

export function CreateUserDrawer({ pool, onClose }: DrawerProps) {
  const create = useCreatePoolUser(pool.id)
  const [username, setUsername] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [groups, setGroups] = useState<readonly string[]>([])
  const submit = () =>
    create.mutate(
      { username, ...(password && { password }), attributes: email ? [{ name: 'email', value: email }] : [], groups },
      {
        onSuccess: () => {
          toast({ title: `The user ${username} is created` })
          onClose()
        },
      },
    )
  return (
    <FormDrawer
      title={`Create a user of ${pool.name}`}
      submitLabel="Create user"
      pending={create.isPending}
      error={create.error}
      fields={['username', 'password', 'attributes', 'groups']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="User name" error={fieldError(create.error, 'username')}>
        <Input required autoFocus autoComplete="off" maxLength={128} value={username} onValueChange={setUsername} />
      </Field>
      <Field label="E-mail" error={fieldError(create.error, 'attributes')}>
        <Input type="email" autoComplete="off" value={email} onValueChange={setEmail} />
      </Field>
      <Field label="Password" hint="Left empty, the user has to set one before signing in." error={fieldError(create.error, 'password')}>
        <Input type="password" autoComplete="new-password" value={password} onValueChange={setPassword} />
      </Field>
      <GroupChoice pool={pool} groups={groups} onChange={setGroups} />
    </FormDrawer>
  )
}

export function PasswordDrawer({ pool, user, onClose }: DrawerProps & { readonly user: PoolUserView }) {
  const update = useUpdatePoolUser(pool.id)
  const [password, setPassword] = useState('')
  const submit = () =>
    update.mutate(
      { username: user.username, password },
      {
        onSuccess: () => {
          toast({ title: `${user.username} has a new password` })
          onClose()
        },
      },
    )
  return (
    <FormDrawer
      title={`Set the password of ${user.username}`}
      submitLabel="Set password"
      pending={update.isPending}
      error={update.error}
      fields={['password']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="New password" hint="The user is confirmed with it." error={fieldError(update.error, 'password')}>
        <Input required autoFocus type="password" autoComplete="new-password" value={password} onValueChange={setPassword} />
      </Field>
    </FormDrawer>
  )
}

export function GroupsDrawer({ pool, user, onClose }: DrawerProps & { readonly user: PoolUserView }) {
  const update = useUpdatePoolUser(pool.id)
  const [groups, setGroups] = useState<readonly string[]>(user.groups)
  return (
    <FormDrawer
      title={`Groups of ${user.username}`}
      submitLabel="Save groups"
      pending={update.isPending}
      error={update.error}
      onSubmit={() => update.mutate({ username: user.username, groups }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <GroupChoice pool={pool} groups={groups} onChange={setGroups} />
    </FormDrawer>
  )
}

interface GroupChoiceProps {
  readonly pool: PoolDetail
  readonly groups: readonly string[]
  readonly onChange: (groups: readonly string[]) => void
}

function GroupChoice({ pool, groups, onChange }: GroupChoiceProps) {
  if (pool.groups.length === 0) return <p className="text-table text-ink-3">This pool has no groups.</p>
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-2 text-table font-medium">Groups</legend>
      {pool.groups.map(({ name, description }) => (
        <Checkbox
          key={name}
          label={name}
          hint={description}
          checked={groups.includes(name)}
          onChange={(on) => onChange(on ? [...groups, name] : groups.filter((group) => group !== name))}
        />
      ))}
    </fieldset>
  )
}
