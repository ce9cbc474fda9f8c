/** Facts of a request for policy conditions. Source: developer guide, apigateway-resource-policies-aws-condition-keys. */

import type { IamUser } from '../domain/world'
import type { Fact, Facts, Principal } from '../policy'
import type { Exchange, IamCaller } from './exchange'

/** The request's facts: each is made when a policy asks for it, and no other. */
export function factsOf(x: Exchange): Facts {
  x.facts ??= new RequestFacts(x)
  return x.facts
}

class RequestFacts implements Facts {
  readonly #x: Exchange
  // Taken here: the exchange lets go of its headers before a decision is explained.
  readonly #userAgent: string | null
  readonly #referer: string | null

  constructor(x: Exchange) {
    this.#x = x
    this.#userAgent = x.head.userAgent
    this.#referer = x.head.referer
  }

  get(key: string): Fact | undefined {
    const x = this.#x
    switch (key) {
      case 'aws:sourceip':
        return x.sourceIp
      case 'aws:currenttime':
        return isoSeconds(secondOf(x))
      case 'aws:epochtime':
        return String(secondOf(x))
      case 'aws:securetransport':
        return x.request.secure ? 'true' : 'false'
      case 'aws:useragent':
        return this.#userAgent ?? undefined
      case 'aws:referer':
        return this.#referer ?? undefined
      default:
        return x.iam ? callerFact(x, x.iam, key) : undefined
    }
  }
}

function secondOf(x: Exchange): number {
  return Math.floor(x.atMs / 1000)
}

/** Keys that need authentication; they are absent on every other kind of method. */
function callerFact(x: Exchange, { principal, session }: IamCaller, key: string): Fact | undefined {
  const { account } = principal
  switch (key) {
    case 'aws:principalarn':
      return principal.arn
    case 'aws:principalaccount':
      return account.id
    case 'aws:principaltype':
      return session ? 'AssumedRole' : 'User'
    case 'aws:userid':
      return session ? `${principal.entity.id}:${session.name}` : principal.entity.id
    case 'aws:username':
      return session ? undefined : principal.name
    case 'aws:principalorgid':
      return account.organization?.id
    case 'aws:principalorgpaths':
      return account.organization ? [account.organization.path] : undefined
    case 'aws:requestedregion':
      return x.api!.api.region
    case 'aws:resourceaccount':
      return x.api!.api.account
    case 'aws:viaawsservice':
    case 'aws:principalisawsservice':
      return 'false'
    default:
      return (session ? sessionFact(x, session, key) : undefined) ?? principal.tagFacts.get(key)
  }
}

/** A session tag overrides the role's tag of the same name. */
function sessionFact(x: Exchange, session: NonNullable<IamCaller['session']>, key: string): Fact | undefined {
  switch (key) {
    case 'aws:tokenissuetime':
      return isoSeconds(secondOf(x))
    case 'aws:multifactorauthpresent':
      return session.mfaAgeSec === null ? 'false' : 'true'
    case 'aws:multifactorauthage':
      return session.mfaAgeSec === null ? undefined : String(session.mfaAgeSec)
    default:
      return session.tagFacts.get(key)
  }
}

/** Who calls, as principal elements see it. */
export function principalOf(x: Exchange): Principal {
  if (!x.iam) return ANONYMOUS
  const { principal, session } = x.iam
  if (principal.type === 'user') {
    return { type: 'user', account: principal.account.id, arn: principal.arn, userId: (principal.entity as IamUser).id }
  }
  const name = session?.name ?? 'session'
  return {
    type: 'assumedRole',
    account: principal.account.id,
    arn: `arn:aws:sts::${principal.account.id}:assumed-role/${principal.name}/${name}`,
    roleArn: principal.arn,
    userId: `${principal.entity.id}:${name}`,
  }
}

/** ARN under which AWS names the caller in a denial. */
export function callerArn(x: Exchange): string {
  const principal = principalOf(x)
  return principal.type === 'user' || principal.type === 'assumedRole' ? principal.arn : 'anonymous'
}

const ANONYMOUS: Principal = { type: 'anonymous' }

let lastSecond = Number.NaN
let lastText = ''

/** Every request of one second has the same text. */
function isoSeconds(second: number): string {
  if (second !== lastSecond) {
    lastText = `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
    lastSecond = second
  }
  return lastText
}
