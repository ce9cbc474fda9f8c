/** Makes the wire request of a saved test: real signatures, real tokens. */
import { createHmac } from 'node:crypto'
import type { SavedTest, TestRequest, World } from '../../lib/domain/world'
import { signRequest } from '../../lib/protocol/sigv4'
import { mintTokens, poolIssuer } from '../../lib/userpool'

export interface WireRequest {
  readonly method: string
  /** Raw target, `/gateway/{api}/{stage}/…`. */
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

export interface WireContext {
  readonly world: World
  readonly publicUrl: string
  /** `localhost:3000` */
  readonly host: string
  readonly nowMs: number
}

/** Returns what a client with the test's credentials sends. */
export function wireRequest(test: SavedTest, request: TestRequest, context: WireContext): WireRequest {
  const target = `/gateway/${test.api}/${test.stage}${request.path}`
  const headers = request.headers.map(([name, value]) => [name, withHmac(value, request, context.world)] as const)
  const base = { method: request.method, target, headers: [['Host', context.host], ...headers] as const, body: request.body ?? '' }
  switch (test.caller.type) {
    case 'anonymous':
    case 'raw':
      return base
    case 'poolUser':
      return { ...base, headers: [...base.headers, ['Authorization', poolToken(test.caller, context)]] }
    case 'iam':
      return signed(test.caller, base, context)
  }
}

function withHmac(value: string, request: TestRequest, world: World): string {
  const { hmac } = request
  if (!hmac) return value
  const fn = world.functions.find((candidate) => `${candidate.account}/${candidate.region}/${candidate.name}` === hmac.function)
  const secret = fn?.environment.get(hmac.environment)
  if (secret === undefined) throw new Error(`${hmac.function} has no ${hmac.environment}`)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of saved tests.
  return value.replace('${hmac}', () => createHmac('sha256', secret).update(hmac.over).digest(hmac.encoding))
}

function poolToken(caller: Extract<SavedTest['caller'], { type: 'poolUser' }>, { world, publicUrl, nowMs }: WireContext): string {
  const pool = world.userPools.find((candidate) => candidate.id === caller.pool)
  const user = pool?.users.find((candidate) => candidate.username === caller.username)
  const client = pool?.clients.find((candidate) => candidate.id === caller.client || candidate.name === caller.client)
  if (!pool || !user || !client) throw new Error(`No such caller: ${caller.username} of ${caller.pool} through ${caller.client}`)
  const tokens = mintTokens(pool, user, client, {
    issuer: poolIssuer(pool, publicUrl),
    nowMs,
    ...(caller.scopes ? { scopes: caller.scopes } : {}),
  })
  return caller.tokenUse === 'id' ? tokens.idToken : tokens.accessToken
}

function signed(caller: Extract<SavedTest['caller'], { type: 'iam' }>, base: WireRequest, { world, nowMs }: WireContext): WireRequest {
  const account = world.accounts.find((candidate) => candidate.users.some((user) => user.arn === caller.arn))
  const user = account?.users.find((candidate) => candidate.arn === caller.arn)
  const key = account?.accessKeys.find((candidate) => candidate.userName === user?.name && candidate.active)
  if (!key) throw new Error(`${caller.arn} has no active access key`)
  const api = world.apis.find((candidate) => base.target.startsWith(`/gateway/${candidate.id}/`))
  const signedTarget = caller.breakage === 'signOtherPath' ? `${base.target}/` : base.target
  const added = signRequest(
    { method: base.method, target: signedTarget, headers: base.headers, body: Buffer.from(base.body) },
    {
      accessKeyId: key.id,
      secretAccessKey: key.secret,
      region: api?.region ?? 'us-east-1',
      service: 'execute-api',
      nowMs: caller.breakage === 'clockMinus6Min' ? nowMs - 6 * 60_000 : nowMs,
    },
  )
  return { ...base, headers: [...base.headers, ...(caller.breakage === 'flipByte' ? flipLastByte(added) : added)] }
}

function flipLastByte(headers: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return headers.map(([name, value]) =>
    name.toLowerCase() === 'authorization' ? [name, value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')] : [name, value],
  )
}
