import { request } from 'node:http'
import type { WireRequest } from './signed-request'

export interface WireResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Sends a request exactly as given: no header added but Content-Length, the target untouched. */
export function sendRaw(port: number, wire: WireRequest): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const headers = wire.headers.flat()
    if (wire.body !== '') headers.push('Content-Length', String(Buffer.byteLength(wire.body)))
    const outgoing = request(
      { host: '127.0.0.1', port, method: wire.method, path: wire.target, headers: headers as never, setHost: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const received = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
          resolve({ status: response.statusCode ?? 0, headers: new Map(received), body: Buffer.concat(chunks).toString('utf8') })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(wire.body)
  })
}
