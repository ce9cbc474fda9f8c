import { execFile, spawnSync } from 'node:child_process'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import aws4 from 'aws4'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSigV4Verifier, type SigV4Outcome } from '.'

const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const run = promisify(execFile)
const verify = createSigV4Verifier()
let server: Server
let port = 0
let last: SigV4Outcome

beforeAll(async () => {
  server = createServer(async (request, response) => {
    last = check(request, await readAll(request))
    response.end(last.ok ? 'accepted' : last.failure.kind)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

function check(request: IncomingMessage, body: Uint8Array): SigV4Outcome {
  return verify(
    { method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders, body },
    {
      service: 'execute-api',
      region: 'us-east-1',
      nowMs: Date.now(),
      findSecret: (id) => (id === KEY.accessKeyId ? { ok: true, secret: KEY.secretAccessKey } : { ok: false, kind: 'unknownKey' }),
    },
  )
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, method, path, headers, setHost: false }, async (response) => {
      resolve((await readAll(response)).toString())
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Paths and queries as they are sent; bodies go with POST. */
const CASES = [
  { name: 'plain', method: 'GET', path: '/gateway/abc/prod/orders', query: {} },
  { name: 'root with a slash', method: 'GET', path: '/gateway/abc/prod/', query: {} },
  { name: 'escapes in the path', method: 'GET', path: '/gateway/abc/prod/%40connections/X%3D/caf%C3%A9', query: {} },
  { name: 'sub-delims in the path', method: 'GET', path: "/gateway/abc/prod/a;b=1,2/(x)!*'$&+:@~", query: {} },
  { name: 'a query out of order', method: 'GET', path: '/gateway/abc/prod/orders', query: { b: '2', a: '1 +/=&?', $filter: 'x eq é' } },
  { name: 'an empty value', method: 'GET', path: '/gateway/abc/prod/orders', query: { a: '', z: '0' } },
  { name: 'a body', method: 'POST', path: '/gateway/abc/prod/orders', query: {}, body: '{"drink":"café"}' },
]

function withQuery(path: string, query: Record<string, string>): string {
  const text = Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  return text === '' ? path : `${path}?${text}`
}

describe.each(CASES)('$name', ({ method, path, query, body }) => {
  const options = () => ({
    host: `localhost:${port}`,
    method,
    path: withQuery(path, query as Record<string, string>),
    service: 'execute-api',
    region: 'us-east-1',
    headers: (body ? { 'Content-Type': 'application/json', 'X-Custom': '  two   blanks ' } : { 'X-Custom': 'a' }) as Record<string, string>,
    body,
  })

  it('signed by aws4 in headers is accepted', async () => {
    const signed = aws4.sign(options(), KEY)
    expect(await send(method, signed.path, signed.headers, body)).toBe('accepted')
  })

  it.skipIf(body !== undefined)('signed by aws4 in the query is accepted', async () => {
    const signed = aws4.sign({ ...options(), headers: {}, signQuery: true }, KEY)
    expect(await send(method, signed.path, { Host: `localhost:${port}` })).toBe('accepted')
  })

  const smithy = new SignatureV4({ credentials: KEY, region: 'us-east-1', service: 'execute-api', sha256: Sha256 })
  const smithyRequest = () => ({
    method,
    protocol: 'http:',
    hostname: 'localhost',
    port,
    path,
    query: query as Record<string, string>,
    headers: { host: `localhost:${port}`, ...(body ? { 'content-type': 'application/json' } : {}) } as Record<string, string>,
    body,
  })

  it('signed by @smithy/signature-v4 in headers is accepted', async () => {
    const signed = await smithy.sign(smithyRequest())
    expect(await send(method, withQuery(signed.path, signed.query as Record<string, string>), signed.headers, body)).toBe('accepted')
  })

  it('presigned by @smithy/signature-v4 is accepted', async () => {
    const signed = await smithy.presign(smithyRequest(), { expiresIn: 60 })
    expect(await send(method, withQuery(signed.path, signed.query as Record<string, string>), signed.headers, body)).toBe('accepted')
  })
})

/** curl signs since 7.75. */
const hasCurl = /--aws-sigv4/.test(spawnSync('curl', ['--help', 'auth'], { encoding: 'utf8' }).stdout ?? '')

describe.skipIf(!hasCurl)('curl --aws-sigv4', () => {
  const curl = async (...args: string[]) => {
    const base = ['-s', '--path-as-is', '--aws-sigv4', 'aws:amz:us-east-1:execute-api', '-u', `${KEY.accessKeyId}:${KEY.secretAccessKey}`]
    return (await run('curl', [...base, ...args])).stdout
  }
  const url = (path: string) => `http://127.0.0.1:${port}${path}`

  it('a GET is accepted', async () => {
    expect(await curl(url('/gateway/abc/prod/orders'))).toBe('accepted')
  })

  it('a query in order is accepted', async () => {
    expect(await curl(url('/gateway/abc/prod/orders?a=1&b=2'))).toBe('accepted')
  })

  it('a body with a header is accepted', async () => {
    expect(await curl('-H', 'Content-Type: application/json', '-d', '{"a":1}', url('/gateway/abc/prod/orders'))).toBe('accepted')
  })

  it('an escape in the path is refused with the canonical request that AWS would have wanted', async () => {
    expect(await curl(url('/gateway/abc/prod/%40x'))).toBe('signatureMismatch')
    expect(last).toMatchObject({ failure: { canonicalRequest: expect.stringContaining('\n/gateway/abc/prod/%2540x\n') } })
  })

  it('a wrong secret is refused', async () => {
    expect(await curl('-u', `${KEY.accessKeyId}:wrong`, url('/gateway/abc/prod/orders'))).toBe('signatureMismatch')
  })
})
