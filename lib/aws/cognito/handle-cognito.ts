import type { RawRequest, RawResponse } from '../../gateway/ports'
import type { AwsDeps } from '../deps'
import { writeJson, writeJsonError } from '../json-protocol'
import { BODY_BYTES_MAX, isSigned } from '../read-call'
import { CLIENT_OPERATIONS } from './client-operations'
import { OPERATIONS, type OperationResult } from './operations'

/** X-Amz-Target prefix of Cognito user pools. Source: botocore, cognito-idp, targetPrefix. */
export const COGNITO_TARGET = 'AWSCognitoIdentityProviderService'

/** Answers one call of the Cognito user pools API in the AWS JSON 1.1 protocol. */
export async function handleCognito(request: RawRequest, operationName: string, requestId: string, deps: AwsDeps): Promise<RawResponse> {
  const operation = OPERATIONS.get(operationName)
  if (!operation) return refuseOperation(request, operationName, requestId)
  const input = parseBody(request.body)
  if (input === undefined) return writeJsonError(requestId, 'SerializationException', 'The body is not a JSON object of at most 128 KiB.')
  return writeResult(requestId, await operation(deps.pools, input))
}

// A client cannot tell a missing operation from a missing signature otherwise.
function refuseOperation(request: RawRequest, name: string, requestId: string): RawResponse {
  if (!CLIENT_OPERATIONS.has(name) && !isSigned(request)) {
    return writeJsonError(requestId, 'MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  return writeJsonError(requestId, 'UnknownOperationException', `The operation ${name.slice(0, 64)} is not supported by this endpoint.`)
}

function writeResult(requestId: string, result: OperationResult): RawResponse {
  if (result.type === 'invalid') {
    const told = result.issues.slice(0, 10).map((issue) => `'${issue.path.join('.')}': ${issue.message}`)
    const message = `${result.issues.length} validation error${result.issues.length === 1 ? '' : 's'} detected: ${told.join('; ')}`
    return writeJsonError(requestId, 'InvalidParameterException', message)
  }
  const { outcome } = result
  return outcome.ok ? writeJson(requestId, outcome.value) : writeJsonError(requestId, outcome.error.name, outcome.error.message)
}

function parseBody(body: Uint8Array): object | undefined {
  if (body.length > BODY_BYTES_MAX) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    // Not JSON: the caller answers with SerializationException.
    return undefined
  }
}
