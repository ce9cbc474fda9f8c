import { z } from 'zod'
import { newIamId } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import type { Account } from '../../domain/world'
import { checkPolicyText } from '../policy-text'
import type { ServicePorts } from '../ports'
import { defineVerb } from '../verb'
import { changeAccount, PRINCIPAL_KINDS, type PrincipalType } from '../world/principals'
import { writeWorld } from '../write-world'
import { accountIdSchema, policyDocumentSchema, principalNameSchema } from './schemas'

const createSchema = z.object({
  account: accountIdSchema,
  type: z.enum(['user', 'group', 'role']),
  name: principalNameSchema,
  /** Roles only; by default the role's own account may assume it. */
  trustPolicy: policyDocumentSchema.optional(),
})

/** Throws AppError `conflict` when the account has one of that type and name, whatever the case of its letters. */
export const createPrincipal = defineVerb({
  role: 'editor',
  summary: 'Create a user, group or role',
  input: createSchema,
  async run(ctx, input): Promise<WriteResult & { arn: string }> {
    const { account, type, name } = input
    const arn = `arn:aws:iam::${account}:${type}/${name}`
    const object = { kind: PRINCIPAL_KINDS[type], key: arn }
    const written = await writeWorld(ctx, { object, note: `Create the ${type} ${name}` }, (world) => {
      const trustPolicy = input.trustPolicy ?? ownAccountTrust(account)
      const warnings = type === 'role' ? checkPolicyText(trustPolicy, 'trust') : []
      return { world: changeAccount(world, account, (old) => addPrincipal(ctx.ports, old, { type, name, arn, trustPolicy })), warnings }
    })
    return { ...written, arn }
  },
})

interface NewPrincipal {
  readonly type: PrincipalType
  readonly name: string
  readonly arn: string
  readonly trustPolicy: string
}

function addPrincipal(ports: ServicePorts, account: Account, { type, name, arn, trustPolicy }: NewPrincipal): Account {
  const list = { user: account.users, group: account.groups, role: account.roles }[type]
  if (list.some((item) => item.name.toLowerCase() === name.toLowerCase()))
    throw new AppError('conflict', `The account has a ${type} ${name}.`)
  const base = { name, arn, path: '/', inlinePolicies: [], attachedPolicyArns: [] }
  const bounded = { permissionsBoundaryArn: null, tags: [] }
  if (type === 'user')
    return { ...account, users: [...account.users, { ...base, ...bounded, id: newIamId('AIDA', ports.random), groups: [] }] }
  if (type === 'group') return { ...account, groups: [...account.groups, { ...base, id: newIamId('AGPA', ports.random) }] }
  const role = { ...base, ...bounded, id: newIamId('AROA', ports.random), trustPolicy, maxSessionDurationSec: 3600 }
  return { ...account, roles: [...account.roles, role] }
}

function ownAccountTrust(account: string): string {
  const statement = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
}
