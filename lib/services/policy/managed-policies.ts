/** Finding managed policies by ARN. */
import { AppError } from '../../domain/errors'
import type { Account, ManagedPolicy, World } from '../../domain/world'

/** Throws AppError `not_found`. */
export function getManagedPolicyIn(world: World, arn: string): { account: Account; policy: ManagedPolicy } {
  for (const account of world.accounts) {
    const policy = account.policies.find((item) => item.arn === arn)
    if (policy) return { account, policy }
  }
  throw new AppError('not_found', 'There is no such managed policy.')
}
