import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { authCookies } from '@/app/_lib/auth-cookies'
import { isAppError } from '@/lib/domain/errors'
import type { Runtime } from '@/lib/runtime/compose'

const SESSION_SEC = 7 * 24 * 60 * 60

/**
 * next-auth carries one thing, the id of a session row, in an encrypted cookie. Role and validity are
 * read from the row on each call. Sign in with `signIn('password', { email, password })` or
 * `signIn('setup-link', { token })`; the error is `CredentialsSignin` or `TooManyAttempts`.
 */
export function authOptions({ services, settings }: Runtime): NextAuthOptions {
  return {
    secret: settings.sessionSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SEC },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: authCookies(settings),
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: { email: {}, password: {} },
        authorize: (given, { headers }) =>
          signedIn(() => services.signInConsoleUser({ email: given?.email, password: given?.password, address: addressOf(headers) })),
      }),
      CredentialsProvider({
        id: 'setup-link',
        credentials: { token: {}, email: {}, name: {}, password: {} },
        authorize: (given) =>
          signedIn(() =>
            services.redeemSetupLink({
              token: given?.token,
              email: given?.email || undefined,
              name: given?.name || undefined,
              password: given?.password || undefined,
            }),
          ),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await services.signOut(token.sid)
      },
    },
    logger: {
      error: (code) => console.error(`next-auth: ${code}`),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

/** The user that next-auth sees is the session. A refusal is null; its reason is told apart only where the person can act on it. */
async function signedIn(attempt: () => Promise<{ sessionId: string }>): Promise<{ id: string } | null> {
  try {
    return { id: (await attempt()).sessionId }
  } catch (error) {
    if (isAppError(error) && error.code === 'too_many_requests') throw new Error('TooManyAttempts')
    if (isAppError(error) && (error.code === 'unauthenticated' || error.code === 'invalid_request')) return null
    throw new Error('SignInUnavailable')
  }
}

/** The server writes the client's address into this header, over whatever the client sent. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const address = headers?.['x-forwarded-for']
  return typeof address === 'string' ? address.slice(0, 100) : ''
}
