/**
 * True when the browser says that the request comes from our own pages: `Sec-Fetch-Site: same-origin`,
 * or, from browsers that do not send it, an Origin whose host is the one that was asked. Hosts are an
 * allow-list of the server, so that a matching pair cannot be made by DNS rebinding.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  const host = headers.get('host')
  if (origin === null || host === null || !URL.canParse(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}
