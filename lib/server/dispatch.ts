/** Decides who answers a request, from its raw target and Host alone. */
import type { RequestHead } from './request-head'

export type Destination =
  | { readonly to: 'gateway' | 'aws' | 'cognito' | 'idp' | 'health' | 'console' }
  | { readonly to: 'refuse'; readonly status: 400 | 421; readonly message: string }

export interface DispatchRules {
  /** `execute-api.localhost` */
  readonly gatewayDomain: string
  /** Host values, lower case with port, under which the console answers, e.g. `localhost:3000`. */
  readonly consoleHosts: ReadonlySet<string>
}

/**
 * Host first, then the raw undecoded prefix. A request that names its host twice, or none, is refused with 400; a console request under a host
 * that is not ours with 421, which stops DNS rebinding.
 */
export function dispatch(target: string, head: RequestHead, rules: DispatchRules): Destination {
  if (head.repeated !== null) return { to: 'refuse', status: 400, message: `The header ${head.repeated} is given more than once.` }
  const absolute = /^https?:\/\/([^/?#]*)/i.exec(target)
  const host = (absolute ? absolute[1] : head.host)?.toLowerCase()
  if (!host) return { to: 'refuse', status: 400, message: 'The header Host is missing.' }
  if (isGatewayHost(host, rules.gatewayDomain)) return { to: 'gateway' }
  const path = absolute ? target.slice(absolute[0].length) || '/' : target
  const service = byPrefix(path)
  if (service !== 'console') return { to: service }
  if (!path.startsWith('/')) return { to: 'refuse', status: 400, message: 'The request target is not a path.' }
  if (rules.consoleHosts.has(host)) return { to: 'console' }
  return {
    to: 'refuse',
    status: 421,
    message: 'The console does not answer under this host name. Set GATEHOUSE_PUBLIC_URL to its address.',
  }
}

function byPrefix(path: string): 'gateway' | 'aws' | 'cognito' | 'idp' | 'health' | 'console' {
  if (path.startsWith('/gateway/')) return 'gateway'
  if (startsWithSegment(path, '/aws')) return 'aws'
  if (path.startsWith('/cognito/')) return 'cognito'
  if (path.startsWith('/idp/')) return 'idp'
  if (startsWithSegment(path, '/api/health')) return 'health'
  return 'console'
}

function startsWithSegment(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false
  const next = path[prefix.length]
  return next === undefined || next === '/' || next === '?'
}

function isGatewayHost(host: string, domain: string): boolean {
  const name = host.replace(/:\d*$/, '')
  return name.length > domain.length + 1 && name.endsWith(domain) && name[name.length - domain.length - 1] === '.'
}

/** Hosts under which the console answers: the public address and the loopback names on the same port. */
export function consoleHosts(publicUrl: string, port: number): ReadonlySet<string> {
  const hosts = new Set([new URL(publicUrl).host.toLowerCase()])
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    hosts.add(`${name}:${port}`)
    if (port === 80 || port === 443) hosts.add(name)
  }
  return hosts
}
