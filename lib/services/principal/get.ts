import { z } from 'zod'
import type { PrincipalDetail, Touched } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { type FoundPrincipal, getPrincipalIn, PRINCIPAL_KINDS, principalTypeOf } from '../world/principals'
import { readObject } from '../world/read-object'
import { arnSchema } from './schemas'

export const getPrincipal = defineVerb({
  role: 'viewer',
  summary: 'Read a user, group or role',
  input: z.object({ arn: arnSchema }),
  async run(ctx, { arn }): Promise<PrincipalDetail> {
    const type = principalTypeOf(arn)
    const { world, touched } = await readObject(ctx, { kind: PRINCIPAL_KINDS[type], key: arn }, `${type} ${arn}`)
    return toDetail(getPrincipalIn(world, arn), touched)
  },
})

function toDetail(found: FoundPrincipal, changed: Touched): PrincipalDetail {
  const { name, arn, inlinePolicies, attachedPolicyArns } = found.value
  return {
    type: found.type,
    name,
    arn,
    account: found.account.id,
    etag: String(changed.revision),
    groups: found.type === 'user' ? found.value.groups : [],
    inlinePolicies,
    attachedPolicyArns,
    permissionsBoundaryArn: found.type === 'group' ? null : found.value.permissionsBoundaryArn,
    trustPolicy: found.type === 'role' ? found.value.trustPolicy : null,
    tags: found.type === 'group' ? [] : found.value.tags,
    accessKeys:
      found.type === 'user'
        ? found.account.accessKeys.filter((key) => key.userName === name).map(({ id, active }) => ({ id, active }))
        : [],
    changed,
  }
}
