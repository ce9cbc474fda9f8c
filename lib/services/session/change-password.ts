import { z } from 'zod'
import { AppError } from '../../domain/errors'
import { audit } from '../audit'
import { PASSWORD_CHARS_MAX, passwordSchema } from '../console-user/schemas'
import { defineVerb } from '../verb'
import { createFailureLimit } from './failure-limit'

const guesses = createFailureLimit({ failuresMax: 10, windowMs: 15 * 60_000, keysMax: 10_000 })

/**
 * Sets one's own password. The current one is required where there is one: a session alone, e.g. at an
 * unattended screen, cannot take the account over. Throws AppError `invalid_request` when it is wrong.
 */
export const changePassword = defineVerb({
  role: 'viewer',
  summary: 'Set your own password',
  input: z.object({ current: z.string().max(PASSWORD_CHARS_MAX).optional(), password: passwordSchema }),
  async run(ctx, input): Promise<{ ok: true }> {
    const { ports, actor } = ctx
    if (actor.type !== 'consoleUser') throw new AppError('forbidden', 'Only a console user has a password.')
    const user = await ports.accounts.findUser(actor.id)
    if (!user) throw new AppError('unauthenticated', 'This user no longer exists.')
    if (user.passwordHash !== null)
      await proveCurrent(ctx.ports.passwords, user.passwordHash, input.current ?? '', actor.id, ports.clock.nowMs())
    await ports.accounts.updateUser(user.id, { passwordHash: await ports.passwords.hash(input.password) })
    await audit(ctx, 'changePassword', `consoleUser ${user.id}`)
    return { ok: true }
  },
})

async function proveCurrent(
  passwords: { verify(password: string, hash: string): Promise<boolean> },
  hash: string,
  current: string,
  userId: string,
  nowMs: number,
): Promise<void> {
  if (!guesses.take(userId, nowMs)) throw new AppError('too_many_requests', 'Too many failed attempts. Try again in a quarter of an hour.')
  if (await passwords.verify(current, hash)) {
    guesses.giveBack(userId)
    return
  }
  const issue = { pointer: '/current', code: 'wrong_password', severity: 'error', message: 'The current password is wrong.' } as const
  throw new AppError('invalid_request', 'The current password is wrong.', { details: { issues: [issue] } })
}
