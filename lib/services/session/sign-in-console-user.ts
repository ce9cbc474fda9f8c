import { z } from 'zod'
import { AppError } from '../../domain/errors'
import { PASSWORD_CHARS_MAX } from '../console-user/schemas'
import { parseInput } from '../parse-input'
import type { ServicePorts } from '../ports'
import { createFailureLimit, type FailureLimit } from './failure-limit'
import { SESSION_LIFETIME_MS } from './session-lifetime'

const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1).max(320),
  password: z.string().min(1).max(PASSWORD_CHARS_MAX),
  /** Address of the client; '' when it is not known. */
  address: z.string().max(100).default(''),
})

const WINDOW_MS = 15 * 60_000
const KEYS_MAX = 10_000
/** Each waits for a password hash; beyond this a flood would keep everybody waiting. */
const RUNNING_MAX = 16

/** Signs in with e-mail and password; answers the new session's id. */
export type SignInConsoleUser = (input: unknown) => Promise<{ sessionId: string; userId: string }>

/**
 * Makes the sign-in of one process. It throws AppError `unauthenticated` for a wrong e-mail, a wrong
 * password and a disabled user alike, after the same work, and `too_many_requests` when ten attempts
 * failed within 15 minutes from one address, or a hundred for one e-mail or one address.
 */
export function createSignIn(ports: ServicePorts): SignInConsoleUser {
  const limits = createLimits()
  const decoy = createDecoyHash(ports)
  let running = 0
  return async (input) => {
    const { email, password, address } = parseInput(signInSchema, input)
    const now = ports.clock.nowMs()
    const attempt = running < RUNNING_MAX ? limits.begin(email, address, now) : null
    if (attempt === null) throw new AppError('too_many_requests', 'Too many failed attempts. Try again in a quarter of an hour.')
    running += 1
    let refused = false
    try {
      const user = await ports.accounts.findUserByEmail(email)
      const matches = await ports.passwords.verify(password, user?.passwordHash ?? (await decoy()))
      if (!user || !matches || user.passwordHash === null || user.disabled) {
        refused = true
        throw new AppError('unauthenticated', 'E-mail or password is wrong.')
      }
      const session = await ports.accounts.createSession(user.id, new Date(now + SESSION_LIFETIME_MS))
      await ports.accounts.audit({ actor: user.email, action: 'signIn', object: `consoleUser ${user.id}`, revision: null })
      return { sessionId: session.id, userId: user.id }
    } finally {
      running -= 1
      // Neither a success nor a fault of ours is a failed attempt.
      if (!refused) attempt.giveBack()
    }
  }
}

/** Counts by e-mail and address together, and loosely by each alone. */
function createLimits(): { begin(email: string, address: string, nowMs: number): { giveBack(): void } | null } {
  const pair = createFailureLimit({ failuresMax: 10, windowMs: WINDOW_MS, keysMax: KEYS_MAX })
  const single = createFailureLimit({ failuresMax: 100, windowMs: WINDOW_MS, keysMax: KEYS_MAX })
  return {
    begin(email, address, nowMs) {
      const wanted: readonly (readonly [FailureLimit, string])[] = [
        [single, `address ${address}`],
        [single, `email ${email}`],
        [pair, JSON.stringify([email, address])],
      ]
      const taken: (readonly [FailureLimit, string])[] = []
      const giveBack = () => {
        for (const [limit, key] of taken) limit.giveBack(key)
      }
      for (const [limit, key] of wanted) {
        if (limit.take(key, nowMs)) taken.push([limit, key])
        else {
          giveBack()
          return null
        }
      }
      return { giveBack }
    },
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
