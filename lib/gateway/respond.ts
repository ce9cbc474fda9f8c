/** Writes every answer: errors in AWS's shape, and the headers that any answer carries. */
import type { Exchange, Refusal } from './exchange'
import { isolateHeaders } from './isolation'
import type { RawResponse } from './ports'
import { REASONS } from './reasons'
import { extendedRequestId } from './request-context'
import { isLoopback } from './source-ip'

type Pair = readonly [string, string]

/** The wire answer of a finished exchange. */
export function respond(x: Exchange): RawResponse {
  const { refusal } = x
  const answer = refusal ? writeError(x, refusal) : (x.response ?? NOT_SENT)
  const headers = x.form === 'path' ? isolateHeaders(answer.headers, x.basePath || '/gateway') : answer.headers.slice()
  addIdentifiers(x, headers, refusal)
  if (x.head.explain && isLoopback(x.sourceIp)) headers.push(['x-gatehouse-decision', `${x.snapshot.publicUrl}/requests/${x.requestId}`])
  return { status: answer.status, headers, body: answer.body }
}

/** When not even the request could be told: AWS's 500, isolated as on the path form. */
export const LAST_RESORT: RawResponse = {
  status: 500,
  headers: isolateHeaders([['Content-Type', 'application/json']], '/gateway'),
  body: '{"message": "Internal server error"}',
}

/** An evaluation that was allowed and not sent on. */
const NOT_SENT: RawResponse = { status: 200, headers: [], body: '' }

/** REST APIs: `x-amzn-RequestId`, `x-amzn-ErrorType` on errors, `x-amz-apigw-id`; HTTP APIs: `apigw-requestid` alone. */
function addIdentifiers(x: Exchange, headers: Pair[], refusal: Refusal | null): void {
  if (x.isHttpApi) {
    headers.push(['apigw-requestid', extendedRequestId(x.requestId)])
    return
  }
  headers.push(['x-amzn-RequestId', x.requestId])
  const wire = refusal && REASONS[refusal.code].wire
  if (wire) headers.push(['x-amzn-ErrorType', wire.errorType])
  headers.push(['x-amz-apigw-id', extendedRequestId(x.requestId)])
}

const INTERNAL: { status: number; message: string } = { status: 500, message: 'Internal server error' }

function writeError(x: Exchange, refusal: Refusal): RawResponse {
  const wire = REASONS[refusal.code].wire
  const contentType: Pair = ['Content-Type', 'application/json']
  const http = x.isHttpApi ? wire?.http : undefined
  const status = http?.status ?? wire?.status ?? INTERNAL.status
  if (x.request.method === 'HEAD') return { status, headers: [contentType], body: '' }
  if (http) return { status, headers: [contentType], body: JSON.stringify({ message: http.message }) }
  const message = JSON.stringify(wire ? (refusal.message ?? wire.message) : INTERNAL.message)
  return { status, headers: [contentType], body: `{"${wire?.member ?? 'message'}":${wire?.spaced ? ' ' : ''}${message}}` }
}
