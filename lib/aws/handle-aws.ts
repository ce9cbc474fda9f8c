import { randomUUID } from 'node:crypto'
import type { RawRequest, RawResponse } from '../gateway/ports'
import { COGNITO_TARGET, handleCognito } from './cognito/handle-cognito'
import { allowEveryOrigin, answerPreflight } from './cors'
import type { AwsDeps } from './deps'
import { writeJsonError } from './json-protocol'
import { writeQueryError } from './query-protocol'
import { type AwsCall, BODY_BYTES_MAX, isSigned, readCall } from './read-call'

/** Answers one request to the AWS endpoint, `/aws`. Never rejects. */
export async function handleAws(request: RawRequest, deps: AwsDeps): Promise<RawResponse> {
  if (request.method === 'OPTIONS') return answerPreflight('POST, GET, OPTIONS')
  const requestId = randomUUID()
  try {
    return allowEveryOrigin(await answer(request, requestId, deps))
  } catch (error) {
    deps.reportError(error)
    return allowEveryOrigin(writeJsonError(requestId, 'InternalErrorException', 'Something went wrong on our side.'))
  }
}

async function answer(request: RawRequest, requestId: string, deps: AwsDeps): Promise<RawResponse> {
  if (request.body.length > BODY_BYTES_MAX) {
    return writeJsonError(requestId, 'RequestEntityTooLargeException', 'The body is larger than 128 KiB.')
  }
  const call = readCall(request)
  if (call.type === 'json' && call.service === COGNITO_TARGET && request.method === 'POST') {
    return handleCognito(request, call.operation, requestId, deps)
  }
  return call.type === 'query' ? refuseQuery(request, requestId, call) : refuseUnknown(requestId, call)
}

/** Unsigned by design. Source: botocore, sts 2011-06-15, `authtype: none`. */
const UNSIGNED_ACTIONS: ReadonlySet<string> = new Set(['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'])

function refuseQuery(request: RawRequest, requestId: string, call: AwsCall & { readonly type: 'query' }): RawResponse {
  if (!UNSIGNED_ACTIONS.has(call.action) && !isSigned(request)) {
    const message = 'Request is missing Authentication Token'
    return writeQueryError(requestId, call.service, { status: 403, code: 'MissingAuthenticationToken', message })
  }
  const message = `The action ${call.action.slice(0, 64)} is not supported by this endpoint.`
  return writeQueryError(requestId, call.service, { status: 400, code: 'InvalidAction', message })
}

function refuseUnknown(requestId: string, call: AwsCall): RawResponse {
  const asked = call.type === 'json' && call.service !== '' ? `The service ${call.service.slice(0, 64)}` : 'This request'
  return writeJsonError(requestId, 'UnknownOperationException', `${asked} is not supported by this endpoint.`)
}
