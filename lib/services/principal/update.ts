import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError, type Issue } from '../../domain/errors'
import type { Account, World } from '../../domain/world'
import { toPointer } from '../parse-input'
import { checkPolicyText } from '../policy-text'
import { defineVerb } from '../verb'
import { changeAccount, getPrincipalIn, PRINCIPAL_KINDS, type PrincipalType, principalTypeOf } from '../world/principals'
import { writeWorld } from '../write-world'
import { arnSchema, policyDocumentSchema, principalNameSchema, tagsSchema } from './schemas'

const updateSchema = z.object({
  arn: arnSchema,
  groups: z.array(principalNameSchema).max(10).optional(),
  attachedPolicyArns: z.array(arnSchema).max(20).optional(),
  permissionsBoundaryArn: arnSchema.nullable().optional(),
  trustPolicy: policyDocumentSchema.optional(),
  tags: tagsSchema.optional(),
})
type Update = z.output<typeof updateSchema>

const FIELDS = {
  user: ['groups', 'attachedPolicyArns', 'permissionsBoundaryArn', 'tags'],
  group: ['attachedPolicyArns'],
  role: ['attachedPolicyArns', 'permissionsBoundaryArn', 'trustPolicy', 'tags'],
} as const satisfies Record<PrincipalType, readonly (keyof Update)[]>

/**
 * Changes what is given. Throws AppError `invalid_document` when a group or policy is not there, or the
 * trust policy cannot be enforced; `invalid_request` for a field that this kind of principal has not.
 */
export const updatePrincipal = defineVerb({
  role: 'editor',
  summary: 'Change groups, attached policies, boundary, trust policy or tags of a principal',
  input: updateSchema,
  async run(ctx, { arn, ...patch }): Promise<WriteResult> {
    const type = principalTypeOf(arn)
    refuseForeignFields(type, patch)
    const object = { kind: PRINCIPAL_KINDS[type], key: arn }
    return writeWorld(ctx, { object, note: `Update the ${type} ${nameOf(arn)}` }, (world) => {
      const { account } = getPrincipalIn(world, arn)
      requireReferences(account, patch)
      const warnings = patch.trustPolicy === undefined ? [] : checkPolicyText(patch.trustPolicy, 'trust')
      return { world: applyPatch(world, account.id, arn, patch), warnings }
    })
  },
})

export function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

function refuseForeignFields(type: PrincipalType, patch: Omit<Update, 'arn'>): void {
  const allowed: readonly string[] = FIELDS[type]
  const foreign = Object.keys(patch).filter((field) => !allowed.includes(field))
  if (foreign.length === 0) return
  const issues = foreign.map((field) => issueAt([field], 'unknown_field', `A ${type} has no ${field}.`))
  throw new AppError('invalid_request', issues[0]!.message, { details: { issues } })
}

function requireReferences(account: Account, patch: Omit<Update, 'arn'>): void {
  const policies = new Set(account.policies.map((policy) => policy.arn))
  const groups = new Set(account.groups.map((group) => group.name))
  const issues: Issue[] = []
  patch.groups?.forEach((group, index) => {
    if (!groups.has(group)) issues.push(issueAt(['groups', index], 'unknown_reference', `The account has no group ${group}.`))
  })
  patch.attachedPolicyArns?.forEach((arn, index) => {
    if (!policies.has(arn)) issues.push(issueAt(['attachedPolicyArns', index], 'unknown_reference', `The account has no policy ${arn}.`))
  })
  const boundary = patch.permissionsBoundaryArn
  if (typeof boundary === 'string' && !policies.has(boundary)) {
    issues.push(issueAt(['permissionsBoundaryArn'], 'unknown_reference', `The account has no policy ${boundary}.`))
  }
  if (issues.length > 0) throw new AppError('invalid_document', issues[0]!.message, { details: { issues } })
}

function issueAt(path: readonly PropertyKey[], code: string, message: string): Issue {
  return { pointer: toPointer(path), code, severity: 'error', message }
}

function applyPatch(world: World, account: string, arn: string, patch: Omit<Update, 'arn'>): World {
  const apply = <T extends { arn: string }>(item: T): T => (item.arn === arn ? { ...item, ...patch } : item)
  return changeAccount(world, account, (old) => ({
    ...old,
    users: old.users.map(apply),
    groups: old.groups.map(apply),
    roles: old.roles.map(apply),
  }))
}
