/** Facts of a request for policy conditions. Source: developer guide, apigateway-resource-policies-aws-condition-keys. */

import type { IamUser } from '../domain/world'
import type { Facts, Principal } from '../policy'
import type { Exchange, IamCaller } from './exchange'

/** The request's facts, made on first use; those of the caller are in them once a signature was accepted. */
export function factsOf(x: Exchange): Facts {
  x.facts ??= buildFacts(x)
  return x.facts
}

function buildFacts(x: Exchange): Facts {
  const { head, request, atMs } = x
  const facts = new Map<string, string | readonly string[]>()
  const second = Math.floor(atMs / 1000)
  facts.set('aws:currenttime', isoSeconds(second))
  facts.set('aws:epochtime', String(second))
  facts.set('aws:sourceip', x.sourceIp)
  facts.set('aws:securetransport', request.secure ? 'true' : 'false')
  if (head.userAgent !== null) facts.set('aws:useragent', head.userAgent)
  if (head.referer !== null) facts.set('aws:referer', head.referer)
  if (x.iam) addCallerFacts(facts, x, x.iam)
  return facts
}

/** Keys that need authentication; they are absent on every other kind of method. */
function addCallerFacts(facts: Map<string, string | readonly string[]>, x: Exchange, caller: IamCaller): void {
  const { principal, session } = caller
  const { account } = principal
  facts.set('aws:principalarn', principal.arn)
  facts.set('aws:principalaccount', account.id)
  facts.set('aws:principaltype', session ? 'AssumedRole' : 'User')
  facts.set('aws:userid', session ? `${principal.entity.id}:${session.name}` : principal.entity.id)
  if (!session) facts.set('aws:username', principal.name)
  if (account.organization) {
    facts.set('aws:principalorgid', account.organization.id)
    facts.set('aws:principalorgpaths', [account.organization.path])
  }
  for (const [name, value] of principal.tagFacts) facts.set(name, value)
  if (session) addSessionFacts(facts, x, session)
  facts.set('aws:requestedregion', x.api!.api.region)
  facts.set('aws:resourceaccount', x.api!.api.account)
  facts.set('aws:viaawsservice', 'false')
  facts.set('aws:principalisawsservice', 'false')
}

/** A session tag overrides the role's tag of the same name. */
function addSessionFacts(facts: Map<string, string | readonly string[]>, x: Exchange, session: NonNullable<IamCaller['session']>): void {
  for (const [name, value] of session.tags) facts.set(`aws:principaltag/${name.toLowerCase()}`, value)
  facts.set('aws:tokenissuetime', isoSeconds(Math.floor(x.atMs / 1000)))
  facts.set('aws:multifactorauthpresent', session.mfaAgeSec === null ? 'false' : 'true')
  if (session.mfaAgeSec !== null) facts.set('aws:multifactorauthage', String(session.mfaAgeSec))
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
