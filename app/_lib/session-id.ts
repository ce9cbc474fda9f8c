import { getToken } from 'next-auth/jwt'
import { getRuntime } from '@/lib/runtime/handle'
import { authCookies } from './auth-cookies'

/** Returns the session id in the console's cookie, or null when there is none that we signed. `cookies` are name and value. */
export async function readSessionId(cookies: Iterable<readonly [string, string]>): Promise<string | null> {
  const { settings } = getRuntime()
  const cookieName = authCookies(settings).sessionToken.name
  // Headers stay out: a bearer token is no session.
  const req = { cookies: Object.fromEntries(cookies), headers: {} } as unknown as Parameters<typeof getToken>[0]['req']
  const token = await getToken({ req, cookieName, secret: settings.sessionSecret })
  return typeof token?.sid === 'string' ? token.sid : null
}
