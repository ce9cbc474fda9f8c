import { z } from 'zod'
import type { NewAccessKey } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { newAccessKeyId, newSecretAccessKey } from '../ids'
import { arnSchema } from '../principal/schemas'
import { nameOf } from '../principal/update'
import { defineVerb } from '../verb'
import { changeAccount, getPrincipalIn } from '../world/principals'
import { writeWorld } from '../write-world'

/** AWS allows two. Source: IAM user guide, IAM and AWS STS quotas. */
const KEYS_PER_USER_MAX = 2

/** Answers the secret this once. Throws AppError `conflict` when the user has two keys already. */
export const createAccessKey = defineVerb({
  role: 'admin',
  summary: 'Create an access key of a user; its secret is answered once',
  input: z.object({ arn: arnSchema }),
  async run(ctx, { arn }): Promise<NewAccessKey> {
    const key = { id: newAccessKeyId(ctx.ports), secret: newSecretAccessKey(ctx.ports), active: true }
    const object = { kind: 'accessKey', key: key.id } as const
    const written = await writeWorld(
      { ...ctx, ifMatch: undefined },
      { object, note: `Create an access key of ${nameOf(arn)}` },
      (world) => {
        const found = getPrincipalIn(world, arn)
        if (found.type !== 'user') throw new AppError('not_found', 'Only a user has access keys.')
        const userName = found.value.name
        if (found.account.accessKeys.filter((other) => other.userName === userName).length >= KEYS_PER_USER_MAX) {
          throw new AppError('conflict', `The user has ${KEYS_PER_USER_MAX} access keys, the most that AWS allows.`)
        }
        return {
          world: changeAccount(world, found.account.id, (account) => ({
            ...account,
            accessKeys: [...account.accessKeys, { ...key, userName }],
          })),
        }
      },
    )
    return { ...written, accessKeyId: key.id, secretAccessKey: key.secret }
  },
})
