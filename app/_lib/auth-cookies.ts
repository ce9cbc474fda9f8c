/** Names and attributes of the console's cookies. Named per installation: two of them on localhost must not sign each other out. */

interface AuthCookieSettings {
  readonly cookiePrefix: string
  readonly publicUrl: string
}

interface AuthCookie {
  readonly name: string
  readonly options: { readonly httpOnly: true; readonly sameSite: 'lax'; readonly path: '/'; readonly secure: boolean }
}

export interface AuthCookies {
  readonly sessionToken: AuthCookie
  readonly callbackUrl: AuthCookie
  readonly csrfToken: AuthCookie
}

export function authCookies({ cookiePrefix, publicUrl }: AuthCookieSettings): AuthCookies {
  const base = `gatehouse_${cookiePrefix.replace(/^gatehouse_/, '')}`
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https:') } as const
  return {
    sessionToken: { name: `${base}.session`, options },
    callbackUrl: { name: `${base}.callback`, options },
    csrfToken: { name: `${base}.csrf`, options },
  }
}
