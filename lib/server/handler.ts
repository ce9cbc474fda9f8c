/** The request listener of the port: tells who answers, hands over raw, writes the answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { RawRequest, RawResponse } from '../gateway/ports'
import { clientAddress, type TrustedProxies } from './client-address'
import { applyConsoleHeaders } from './console-headers'
import { type DispatchRules, dispatch } from './dispatch'
import { withoutOwnCookies } from './own-cookies'
import { hasBody, readBody } from './read-body'
import { type RequestHead, readRequestHead } from './request-head'
import { jsonResponse, sendResponse } from './send-response'

export type RawHandler = (request: RawRequest) => Promise<RawResponse>

export interface HandlerParts {
  readonly rules: DispatchRules
  readonly trusted: TrustedProxies
  readonly dev: boolean
  readonly gateway: RawHandler
  readonly aws: RawHandler
  readonly poolDocuments: RawHandler
  readonly health: (target: string) => RawResponse
  readonly console: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Largest body of a gateway or AWS call. Source: API Gateway limits, payload size. */
const BODY_BYTES_MAX = 10 * 1024 * 1024

/** Returns the listener. It never throws; a fault of ours is a 500 without detail. */
export function createHandler(parts: HandlerParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const head = readRequestHead(request.rawHeaders)
    const destination = dispatch(request.url ?? '', head, parts.rules)
    switch (destination.to) {
      case 'gateway':
        answerRaw(parts.gateway, rawRequest(parts, request, head), head, request, response)
        return
      case 'aws':
        answerRaw(parts.aws, rawRequest(parts, request, head), head, request, response)
        return
      case 'cognito':
      case 'idp':
        answerRaw(parts.poolDocuments, rawRequest(parts, request, head), head, request, response)
        return
      case 'health':
        sendResponse(response, parts.health(request.url ?? ''), { head: request.method === 'HEAD' })
        return
      case 'console':
        answerConsole(parts, head, request, response)
        return
      case 'refuse':
        sendResponse(response, jsonResponse(destination.status, { message: destination.message }), { head: request.method === 'HEAD' })
    }
  }
}

function answerRaw(handle: RawHandler, raw: RawRequest, head: RequestHead, request: IncomingMessage, response: ServerResponse): void {
  if (!hasBody(head)) {
    settle(handle(raw), request, response)
    return
  }
  readBody(request, head, BODY_BYTES_MAX).then((result) => {
    if (result.ok) settle(handle({ ...raw, body: result.body }), request, response)
    else if (result.reason === 'tooLarge') sendResponse(response, TOO_LARGE, { head: false, close: true })
  })
}

/** Source: gateway response REQUEST_TOO_LARGE, which cannot be customised. */
const TOO_LARGE: RawResponse = {
  status: 413,
  headers: [
    ['Content-Type', 'application/json'],
    ['x-amzn-ErrorType', 'RequestTooLargeException'],
  ],
  body: '{"message":"Request Too Long"}',
}

function settle(answer: Promise<RawResponse>, request: IncomingMessage, response: ServerResponse): void {
  const head = request.method === 'HEAD'
  answer.then(
    (result) => sendResponse(response, result, { head }),
    () => sendResponse(response, jsonResponse(500, { message: 'Internal server error' }), { head }),
  )
}

const NO_BODY = new Uint8Array()

function rawRequest(parts: HandlerParts, request: IncomingMessage, head: RequestHead): RawRequest {
  const { socket } = request
  const peer = { address: socket.remoteAddress ?? '', encrypted: (socket as TLSSocket).encrypted === true }
  const client = clientAddress(peer, head, parts.trusted)
  return {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    rawHeaders: head.mayHoldOwnCookies ? withoutOwnCookies(request.rawHeaders) : request.rawHeaders,
    body: NO_BODY,
    peer: { address: client.address, port: socket.remotePort ?? 0 },
    secure: client.secure,
  }
}

/** Next and next-auth believe forwarding headers, so they get ours and none of the client's. */
function answerConsole(parts: HandlerParts, head: RequestHead, request: IncomingMessage, response: ServerResponse): void {
  const { peer, secure } = rawRequest(parts, request, head)
  for (const name of ['x-forwarded-host', 'x-forwarded-port', 'forwarded']) delete request.headers[name]
  request.headers['x-forwarded-for'] = peer.address
  request.headers['x-forwarded-proto'] = secure ? 'https' : 'http'
  applyConsoleHeaders(request, response, { dev: parts.dev })
  parts
    .console(request, response)
    .catch(() => sendResponse(response, jsonResponse(500, { message: 'Internal server error' }), { head: false }))
}
