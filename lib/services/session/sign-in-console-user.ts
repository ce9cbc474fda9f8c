import { z } from 'zod'
import { AppError } from '../../domain/errors'
import { parseInput } from '../parse-input'
import type { ServicePorts } from '../ports'
import { createFailureLimit } from './failure-limit'
import { SESSION_LIFETIME_MS } from './session-lifetime'

const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1).max(320),
  password: z.string().min(1).max(1024),
  /** Address of the client; '' when it is not known. */
  address: z.string().max(100).default(''),
})

const WINDOW_MS = 15 * 60_000
const KEYS_MAX = 10_000

/** Signs in with e-mail and password; answers the new session's id. */
export type SignInConsoleUser = (input: unknown) => Promise<{ sessionId: string; userId: string }>

/**
 * Makes the sign-in of one process. It throws AppError `unauthenticated` for a wrong e-mail, a wrong
 * password and a disabled user alike, after the same work, and `too_many_requests` when ten attempts
 * failed within 15 minutes from one address, or a hundred for one e-mail or one address.
 */
export function createSignIn(ports: ServicePorts): SignInConsoleUser {
  const pair = createFailureLimit({ failuresMax: 10, windowMs: WINDOW_MS, keysMax: KEYS_MAX })
  const single = createFailureLimit({ failuresMax: 100, windowMs: WINDOW_MS, keysMax: KEYS_MAX })
  const decoy = createDecoyHash(ports)
  return async (input) => {
    const { email, password, address } = parseInput(signInSchema, input)
    const now = ports.clock.nowMs()
    const pairKey = JSON.stringify([email, address])
    const singleKeys = [`email ${email}`, `address ${address}`]
    if (pair.isBlocked(pairKey, now) || singleKeys.some((key) => single.isBlocked(key, now))) {
      throw new AppError('too_many_requests', 'Too many failed attempts. Try again in a quarter of an hour.')
    }
    const user = await ports.accounts.findUserByEmail(email)
    const matches = await ports.passwords.verify(password, user?.passwordHash ?? (await decoy()))
    if (!user || !matches || user.passwordHash === null || user.disabled) {
      pair.fail(pairKey, now)
      for (const key of singleKeys) single.fail(key, now)
      throw new AppError('unauthenticated', 'E-mail or password is wrong.')
    }
    pair.clear(pairKey)
    const session = await ports.accounts.createSession(user.id, new Date(now + SESSION_LIFETIME_MS))
    await ports.accounts.audit({ actor: user.email, action: 'signIn', object: `consoleUser ${user.id}`, revision: null })
    return { sessionId: session.id, userId: user.id }
  }
}

/** A hash that no password matches, made once: verifying against it costs what a real one costs. */
function createDecoyHash(ports: ServicePorts): () => Promise<string> {
  let hash: Promise<string> | undefined
  return () => {
    hash ??= ports.passwords.hash(Buffer.from(ports.random.bytes(32)).toString('base64url'))
    hash.catch(() => {
      hash = undefined
    })
    return hash
  }
}
