import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { SessionView } from '@/lib/domain/console-api'
import { getRuntime } from '@/lib/runtime/handle'
import { readSessionId } from './session-id'

/** Returns who is signed in, or null. Role and validity are read now, not from the cookie. */
export async function findSession(): Promise<SessionView | null> {
  const jar = await cookies()
  const sessionId = await readSessionId(jar.getAll().map(({ name, value }) => [name, value] as const))
  if (sessionId === null) return null
  const { services } = getRuntime()
  const actor = await services.resolveActor({ type: 'session', sessionId })
  return actor && services.getSession({ actor }, {})
}

/** For pages: returns who is signed in; everybody else is sent to /sign-in. */
export async function requireSession(): Promise<SessionView> {
  const session = await findSession()
  if (session === null) redirect('/sign-in')
  return session
}
