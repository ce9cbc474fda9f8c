/** Which headers cross the gateway, and under which name. Source: recorded, test_apigateway_integrations HeaderRemapping. */
import type { Exchange } from '../exchange'

type Pair = readonly [string, string]

const NEVER_SENT_ON = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'host',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
])
const FORWARDED = new Set(['x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto', 'x-forwarded-host'])
/** Ours and AWS's, which a client must not be able to set for the upstream. */
const WRITTEN_HERE = new Set(['x-amzn-apigateway-api-id', 'x-gatehouse-explain', 'x-gatehouse-decision'])

const REMAPPED = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
  // Names under which the gateway itself speaks.
  'x-amzn-requestid',
  'x-amz-apigw-id',
  'apigw-requestid',
])
const NEVER_SENT_BACK = new Set(['transfer-encoding', 'keep-alive', 'te', 'proxy-connection', 'x-gatehouse-decision'])

/** The client's headers as the upstream gets them, with those that the gateway adds. */
export function headersToUpstream(x: Exchange, overrides: ReadonlyMap<string, Pair>): Pair[] {
  const { rawHeaders } = x.request
  const named = namesInConnection(rawHeaders)
  const lower = x.isHttpApi
  const signed = x.route!.auth.type === 'AWS_IAM'
  const sent: Pair[] = []
  let traceId: string | null = null
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!
    const value = rawHeaders[index + 1]!
    const key = name.toLowerCase()
    if (key === 'x-amzn-trace-id') traceId ??= value
    if (NEVER_SENT_ON.has(key) || WRITTEN_HERE.has(key) || FORWARDED.has(key) || named?.has(key) || overrides.has(key)) continue
    if (key === 'x-amzn-trace-id' || (lower && key === 'forwarded')) continue
    if (key === 'authorization' && value.startsWith('AWS4-')) continue
    if (key === 'x-amz-security-token' && signed) continue
    sent.push([lower ? key : name, value])
  }
  sent.push(...overrides.values(), ...forwardedHeaders(x))
  sent.push([lower ? 'x-amzn-trace-id' : 'X-Amzn-Trace-Id', traceId ?? newTraceId(x)])
  if (!lower) sent.push(['x-amzn-apigateway-api-id', x.api!.api.id])
  return sent
}

/** Headers that the client's Connection header declares to be for the next hop only. */
function namesInConnection(rawHeaders: readonly string[]): ReadonlySet<string> | null {
  let names: Set<string> | null = null
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.length !== 10 || rawHeaders[index]!.toLowerCase() !== 'connection') continue
    names ??= new Set()
    for (const name of rawHeaders[index + 1]!.split(',')) names.add(name.trim().toLowerCase())
  }
  return names
}

/** REST APIs append to X-Forwarded-For; HTTP APIs write Forwarded instead. */
function forwardedHeaders(x: Exchange): Pair[] {
  const proto = x.request.secure ? 'https' : 'http'
  const host = x.target!.authority ?? x.head.host ?? ''
  if (x.isHttpApi) {
    const address = x.sourceIp.includes(':') ? `"[${x.sourceIp}]"` : x.sourceIp
    const before = valuesOf(x, 'forwarded')
    return [['forwarded', [...before, `for=${address};host="${host.replace(/["\\]/g, '')}";proto=${proto}`].join(', ')]]
  }
  const port = /:(\d+)$/.exec(host)?.[1] ?? (proto === 'https' ? '443' : '80')
  return [
    ['X-Forwarded-For', [...valuesOf(x, 'x-forwarded-for'), x.sourceIp].join(', ')],
    ['X-Forwarded-Port', port],
    ['X-Forwarded-Proto', proto],
  ]
}

function valuesOf(x: Exchange, lowerName: string): string[] {
  const values: string[] = []
  const { rawHeaders } = x.request
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.toLowerCase() === lowerName) values.push(rawHeaders[index + 1]!)
  }
  return values
}

/** `Root=1-5759e988-bd862e3fe1be46a994272793`: seconds and 96 bits of the request id. */
function newTraceId(x: Exchange): string {
  const seconds = Math.floor(x.atMs / 1000)
    .toString(16)
    .padStart(8, '0')
  return `Root=1-${seconds}-${x.requestId.replaceAll('-', '').padEnd(24, '0').slice(0, 24)}`
}

/** The upstream's headers as the client gets them. */
export function headersToClient(headers: readonly Pair[]): Pair[] {
  const connection = headers.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => value.toLowerCase().split(','))
  const named = new Set(connection.map((name) => name.trim()))
  const sent: Pair[] = []
  for (const header of headers) {
    const key = header[0].toLowerCase()
    if (NEVER_SENT_BACK.has(key)) continue
    if (REMAPPED.has(key)) sent.push([`x-amzn-Remapped-${header[0]}`, header[1]])
    else if (!named.has(key)) sent.push(header)
  }
  return sent
}
