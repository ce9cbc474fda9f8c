import type { ServerResponse } from 'node:http'
import type { RawResponse } from '../gateway/ports'

/** Writes headers in the order and case given; a HEAD answer keeps its headers and loses its body. */
export function sendResponse(
  response: ServerResponse,
  answer: RawResponse,
  options: { readonly head: boolean; readonly close?: boolean },
): void {
  if (response.headersSent || response.destroyed) return
  const flat: string[] = []
  let lengthGiven = false
  for (const [name, value] of answer.headers) {
    if (name.length === 14 && name.toLowerCase() === 'content-length') lengthGiven = true
    flat.push(name, value)
  }
  if (!lengthGiven && answer.status !== 204 && answer.status !== 304 && answer.status >= 200)
    flat.push('Content-Length', String(byteLength(answer.body)))
  if (options.close) flat.push('Connection', 'close')
  response.writeHead(answer.status, flat)
  if (options.head) response.end()
  else response.end(answer.body)
}

function byteLength(body: Uint8Array | string): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : body.length
}

/** A plain JSON answer of the server itself, e.g. a health report or a refusal. */
export function jsonResponse(status: number, value: unknown, headers: readonly (readonly [string, string])[] = []): RawResponse {
  return {
    status,
    headers: [['Content-Type', 'application/json'], ['Cache-Control', 'no-store'], ['X-Content-Type-Options', 'nosniff'], ...headers],
    body: JSON.stringify(value),
  }
}
