import { Agent, type Dispatcher, request as send } from 'undici'
import type { UpstreamClient, UpstreamRequest, UpstreamResult } from '../gateway/ports'
import { ECHO_HOST, echo } from './echo'
import { type ConnectorOptions, guardedConnector } from './guarded-connector'

type Failure = Extract<UpstreamResult, { ok: false }>

/**
 * Returns the one way out. Names are resolved and checked by the guarded connector. Redirects are
 * answers, not followed. A body over `responseBytesMax` ends the call.
 */
export function createUpstreamClient(options: ConnectorOptions): UpstreamClient & { close(): Promise<void> } {
  const agent = new Agent({ connect: guardedConnector(options), connections: 128, keepAliveTimeout: 30_000 })
  return {
    async send(request) {
      const url = URL.canParse(request.url) ? new URL(request.url) : null
      if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
        return failure('badUrl', 'The integration URL is no http or https address')
      return url.hostname === ECHO_HOST ? echo(request) : call(agent, request, url)
    },
    close: () => agent.close(),
  }
}

async function call(agent: Agent, request: UpstreamRequest, url: URL): Promise<UpstreamResult> {
  const signal = AbortSignal.timeout(request.timeoutMs)
  try {
    const response = await send(url, {
      dispatcher: agent,
      method: request.method as Dispatcher.HttpMethod,
      headers: request.headers.flat(),
      body: request.body.length > 0 ? request.body : null,
      signal,
      responseHeaders: 'raw',
      headersTimeout: request.timeoutMs,
      bodyTimeout: request.timeoutMs,
    })
    const body = await readLimited(response.body, request.responseBytesMax)
    if (!body) return failure('tooLarge', `The answer has more than ${request.responseBytesMax} bytes`)
    return { ok: true, status: response.statusCode, headers: pairs(response.headers as unknown as readonly (Buffer | string)[]), body }
  } catch (error) {
    return failureOf(error, signal)
  }
}

async function readLimited(body: AsyncIterable<Buffer> & { destroy(): unknown }, bytesMax: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > bytesMax) {
      body.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

function pairs(raw: readonly (Buffer | string)[]): readonly (readonly [string, string])[] {
  const headers: [string, string][] = []
  for (let index = 0; index + 1 < raw.length; index += 2) headers.push([text(raw[index]!), text(raw[index + 1]!)])
  return headers
}

function text(value: Buffer | string): string {
  return typeof value === 'string' ? value : value.toString('latin1')
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EGRESS_REFUSED') return failure('refusedByPolicy', (error as Error).message)
  if (signal.aborted || /TIMEOUT/.test(code)) return failure('timeout', 'The endpoint did not answer in time')
  return failure('connect', code === '' ? 'The connection failed' : `The connection failed (${code})`)
}

function failure(kind: Failure['kind'], detail: string): Failure {
  return { ok: false, kind, detail }
}
