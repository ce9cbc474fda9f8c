import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UpstreamRequest } from '../gateway/ports'
import { createAddressGuard } from './address-guard'
import { createUpstreamClient } from './upstream-client'

let server: Server
let port: number
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow') return undefined
    if (request.url === '/big') return void response.end('x'.repeat(2000))
    if (request.url === '/redirect') return void response.writeHead(302, { Location: '/' }).end()
    response
      .writeHead(
        201,
        [
          ['X-Two', '1'],
          ['X-Two', '2'],
        ].flat(),
      )
      .end(`${request.method} ${request.url} ${request.headers['x-a']}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const client = (allow: string[]) =>
  createUpstreamClient({ guard: createAddressGuard(allow), isOwnAddress: () => false, connectTimeoutMs: 1000 })
const get = (url: string, patch: Partial<UpstreamRequest> = {}): UpstreamRequest => ({
  method: 'GET',
  url,
  headers: [['X-A', 'b']],
  body: new Uint8Array(),
  timeoutMs: 2000,
  responseBytesMax: 1000,
  ...patch,
})

describe('the guarded client', () => {
  it('sends to what the operator opened, and gives repeated headers one by one', async () => {
    const result = await client(['127.0.0.0/8']).send(get(`http://127.0.0.1:${port}/p?q=1`))
    expect(result).toMatchObject({ ok: true, status: 201 })
    if (result.ok) {
      expect(Buffer.from(result.body).toString()).toBe('GET /p?q=1 b')
      expect(result.headers.filter(([name]) => name.toLowerCase() === 'x-two')).toEqual([
        ['X-Two', '1'],
        ['X-Two', '2'],
      ])
    }
  })
  it.each([
    ['private by default', [], `http://127.0.0.1:PORT/`],
    ['private by name', [], `http://localhost:PORT/`],
    ['IPv4-mapped', [], `http://[::ffff:127.0.0.1]:PORT/`],
    ['metadata even when opened', ['169.254.0.0/16'], 'http://169.254.169.254/latest/'],
    ['decimal address', [], 'http://2130706433:PORT/'],
    ['reserved names', [], 'http://other.gatehouse.internal/'],
  ])('refuses %s', async (_name, allow, url) => {
    expect(await client(allow).send(get(url.replace('PORT', String(port))))).toMatchObject({ ok: false, kind: 'refusedByPolicy' })
  })
  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', 'localhost'])(
    'refuses our own listeners as %s even when their network is opened',
    async (host) => {
      const own = createUpstreamClient({
        guard: createAddressGuard(['127.0.0.0/8', '::1', 'localhost']),
        isOwnAddress: (address, at) => at === port && ['127.0.0.1', '::1'].includes(address),
        connectTimeoutMs: 1000,
      })
      expect(await own.send(get(`http://${host}:${port}/`))).toMatchObject({ kind: 'refusedByPolicy' })
    },
  )
  it('opens a name that the operator names', async () => {
    expect(await client(['localhost', '127.0.0.1']).send(get(`http://localhost:${port}/`))).toMatchObject({ ok: true })
  })
  it.each([
    ['timeout', '/slow', { timeoutMs: 50 }],
    ['tooLarge', '/big', {}],
  ])('ends with %s', async (kind, path, patch) => {
    expect(await client(['127.0.0.1']).send(get(`http://127.0.0.1:${port}${path}`, patch))).toMatchObject({ ok: false, kind })
  })
  it('answers a refused connection and a bad URL as data', async () => {
    expect(await client(['127.0.0.1']).send(get('http://127.0.0.1:1/'))).toMatchObject({ ok: false, kind: 'connect' })
    expect(await client([]).send(get('file:///etc/passwd'))).toMatchObject({ ok: false, kind: 'badUrl' })
  })
  it('does not follow redirects', async () => {
    expect(await client(['127.0.0.1']).send(get(`http://127.0.0.1:${port}/redirect`))).toMatchObject({ ok: true, status: 302 })
  })
  it('answers the echo host in the process', async () => {
    const result = await client([]).send(get('http://echo.gatehouse.internal/orders/1?x=2'))
    expect(result.ok && JSON.parse(Buffer.from(result.body).toString())).toMatchObject({
      method: 'GET',
      path: '/orders/1',
      query: { x: '2' },
      headers: { 'X-A': 'b' },
    })
  })
})

describe('the address guard', () => {
  const guard = createAddressGuard(['10.1.0.0/16', 'intra.example', '192.168.1.5', 'fd00::/8'])
  it.each([
    ['8.8.8.8', 'x', true],
    ['2606:4700::1', 'x', true],
    ['10.1.2.3', 'x', true],
    ['10.2.2.3', 'x', false],
    ['10.2.2.3', 'intra.example', true],
    ['192.168.1.5', 'x', true],
    ['192.168.1.6', 'x', false],
    ['fd00::1', 'x', true],
    ['fd00:ec2::254', 'x', false],
    ['fe80::1', 'x', false],
    ['::ffff:7f00:1', 'x', false],
    ['64:ff9b::a00:1', 'x', false],
    ['169.254.169.254', 'intra.example', false],
    ['0.0.0.0', 'x', false],
    ['100.64.0.1', 'x', false],
    ['224.0.0.1', 'x', false],
  ])('%s for %s: %s', (address, host, open) => expect(guard.refuseAddress(address, host) === null).toBe(open))
  it.each(['10.0.0.0/33', 'a b', 'http://x'])('refuses the entry %s', (entry) =>
    expect(() => createAddressGuard([entry])).toThrow(TypeError),
  )
})
