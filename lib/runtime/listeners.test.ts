import { request as send } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listeners, openListeners } from './listeners'

let listeners: Listeners
beforeAll(async () => {
  listeners = await openListeners({ host: '127.0.0.1', port: 0, tls: null })
  listeners.onRequest((request, response) => {
    response.end(JSON.stringify({ pairs: request.rawHeaders.length / 2, last: request.rawHeaders.at(-1) }))
  })
})
afterAll(() => listeners.close())

/** Everything the server says to the bytes until it closes the connection. */
function exchange(bytes: string): Promise<string> {
  const socket = connect(listeners.port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

describe('the port', () => {
  it('gives every header on, however many there are: a proxy adds its own at the end', async () => {
    const many = 'b:1\r\n'.repeat(2500)
    const answer = await exchange(`GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${many}X-Forwarded-For: 192.0.2.7\r\n\r\n`)
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toEqual({ pairs: 2503, last: '192.0.2.7' })
  })

  it.each([
    { upgrade: 'h2c', source: 'RFC 9113, section 3.1: what clients that prefer HTTP/2 send in clear text' },
    { upgrade: 'websocket', source: 'RFC 9110, section 7.8: a server may pass the offer over' },
  ])('answers a request that offers to upgrade to $upgrade', async ({ upgrade }) => {
    const headers = { Connection: 'Upgrade', Upgrade: upgrade }
    const status = await new Promise((resolve, reject) => {
      send({ port: listeners.port, host: '127.0.0.1', headers, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(200)
  })

  it.each([
    { what: 'headers above its limit', bytes: `GET / HTTP/1.1\r\nHost: h\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, status: 431 },
    { what: 'two lengths', bytes: 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', status: 400 },
    {
      what: 'a length beside chunks',
      bytes: 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      status: 400,
    },
  ])('refuses $what in the shape of AWS and closes', async ({ bytes, status }) => {
    const answer = await exchange(bytes)
    expect(answer.split('\r\n')[0]).toMatch(`HTTP/1.1 ${status}`)
    expect(answer).toContain('x-amzn-ErrorType:')
  })
})
