import type { RawRequest } from '../gateway/ports'
import { QUERY_VERSIONS, type QueryService } from './query-protocol'

/** Longest body that is looked at; the largest Cognito input is a few kilobytes. */
export const BODY_BYTES_MAX = 131_072

/** What a request to the AWS endpoint asks for. */
export type AwsCall =
  | { readonly type: 'json'; readonly service: string; readonly operation: string }
  | { readonly type: 'query'; readonly service: QueryService; readonly action: string }
  | { readonly type: 'unknown' }

/** The service by X-Amz-Target, else by the query parameter `Version`, in the target or a form body. */
export function readCall(request: RawRequest): AwsCall {
  const target = findHeader(request, 'x-amz-target')
  if (target !== null) {
    const dot = target.lastIndexOf('.')
    return { type: 'json', service: target.slice(0, Math.max(dot, 0)), operation: target.slice(dot + 1) }
  }
  const mark = request.target.indexOf('?')
  const isForm = findHeader(request, 'content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false
  const text = isForm ? Buffer.from(request.body).toString('utf8') : mark === -1 ? '' : request.target.slice(mark + 1)
  const parameters = new URLSearchParams(text)
  const service = QUERY_VERSIONS.get(parameters.get('Version') ?? '')
  return service ? { type: 'query', service, action: parameters.get('Action') ?? '' } : { type: 'unknown' }
}

/** True when the request carries a signature of any kind, right or wrong. */
export function isSigned(request: RawRequest): boolean {
  return findHeader(request, 'authorization') !== null || /[?&]X-Amz-Signature=/.test(request.target)
}

function findHeader({ rawHeaders }: RawRequest, name: string): string | null {
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === name) return rawHeaders[i + 1] ?? ''
  }
  return null
}
