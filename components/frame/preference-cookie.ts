const YEAR_SEC = 31_536_000

/** Keeps a preference of this browser where the server can read it. Never for secrets. */
export function setPreferenceCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR_SEC}; SameSite=Lax`
}
