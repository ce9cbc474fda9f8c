import type { IncomingMessage } from 'node:http'
import type { RequestHead } from './request-head'

const EMPTY = new Uint8Array()

export type BodyResult = { readonly ok: true; readonly body: Uint8Array } | { readonly ok: false; readonly reason: 'tooLarge' | 'aborted' }

/** True when the request announces a body; the others need no waiting. */
export function hasBody(head: RequestHead): boolean {
  return head.hasTransferEncoding || (head.contentLength !== null && head.contentLength !== 0)
}

/** Reads at most `bytesMax`; what is longer, announced or found, is not read to its end. */
export function readBody(request: IncomingMessage, head: RequestHead, bytesMax: number): Promise<BodyResult> {
  if (!hasBody(head)) return Promise.resolve({ ok: true, body: EMPTY })
  if ((head.contentLength ?? 0) > bytesMax) return Promise.resolve({ ok: false, reason: 'tooLarge' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = (result: BodyResult) => {
      request.off('data', onData)
      resolve(result)
    }
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > bytesMax) {
        request.pause()
        return finish({ ok: false, reason: 'tooLarge' })
      }
      chunks.push(chunk)
    }
    request.on('data', onData)
    request.once('end', () => finish({ ok: true, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) }))
    request.once('error', () => finish({ ok: false, reason: 'aborted' }))
    request.once('close', () => finish({ ok: false, reason: 'aborted' }))
  })
}
