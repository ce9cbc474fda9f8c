import { z } from 'zod'
import { AppError } from '../../domain/errors'
import { emailSchema, passwordSchema } from '../console-user/schemas'
import { parseInput } from '../parse-input'
import type { ServicePorts } from '../ports'
import { hashToken } from '../secrets'
import { SESSION_LIFETIME_MS } from './session-lifetime'

const redeemSchema = z.object({
  token: z.string().min(1).max(200),
  email: emailSchema.optional(),
  name: z.string().trim().max(200).optional(),
  password: passwordSchema.optional(),
})

/**
 * Turns an unused set-up link into the first admin and signs in. On loopback the link is enough and a
 * password is asked for later; elsewhere e-mail and password are required (`invalid_request`).
 * Throws AppError `unauthenticated` when the link is used, expired, unknown or an admin exists.
 */
export async function redeemSetupLink(ports: ServicePorts, input: unknown): Promise<{ sessionId: string; userId: string }> {
  const { token, email, name, password } = parseInput(redeemSchema, input)
  if (!ports.settings.loopback && (email === undefined || password === undefined)) {
    throw new AppError('invalid_request', 'E-mail and password are required to set up this installation.')
  }
  const address = email ?? 'admin@localhost'
  const passwordHash = password === undefined ? null : await ports.passwords.hash(password)
  const admin = await ports.accounts.redeemSetupLink(hashToken(token), { email: address, name: name || 'Administrator', passwordHash })
  if (!admin)
    throw new AppError('unauthenticated', 'This set-up link is used, expired or unknown. A restart of the server prints a new one.')
  const session = await ports.accounts.createSession(admin.id, new Date(ports.clock.nowMs() + SESSION_LIFETIME_MS))
  await ports.accounts.audit({ actor: admin.email, action: 'redeemSetupLink', object: `consoleUser ${admin.id}`, revision: null })
  return { sessionId: session.id, userId: admin.id }
}
