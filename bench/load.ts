/** A small HTTP/1.1 client for benches: keep-alive connections that send one request after another. */
import { connect } from 'node:net'

export interface LoadOptions {
  readonly port: number
  /** The whole request, bytes as sent. */
  readonly request: string
  readonly requests: number
  readonly connections: number
  readonly expectStatus: number
}

/** Resolves when every request is answered with the expected status; rejects at the first that is not. */
export async function sendLoad({ port, request, requests, connections, expectStatus }: LoadOptions): Promise<void> {
  let left = requests
  const take = () => left-- > 0
  await Promise.all(Array.from({ length: connections }, () => runConnection(port, request, expectStatus, take)))
}

function runConnection(port: number, request: string, expectStatus: number, take: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received = ''
    const next = () => {
      if (take()) socket.write(request)
      else socket.end(() => resolve())
    }
    socket.setEncoding('latin1')
    socket.once('connect', next)
    socket.once('error', reject)
    socket.on('data', (chunk: string) => {
      received += chunk
      const end = responseEnd(received)
      if (end === -1) return
      const status = Number(received.slice(9, 12))
      if (status !== expectStatus) {
        socket.destroy()
        reject(new Error(`expected ${expectStatus}, got ${received.slice(0, 600)}`))
        return
      }
      received = received.slice(end)
      next()
    })
  })
}

/** Where the first answer ends, or -1 while it is not complete. Answers carry Content-Length. */
function responseEnd(text: string): number {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return -1
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))
  const end = head + 4 + Number(length?.[1] ?? 0)
  return text.length >= end ? end : -1
}
