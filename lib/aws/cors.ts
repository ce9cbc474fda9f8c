import type { RawResponse } from '../gateway/ports'

/** Any origin, never credentials. Source: amazon-cognito-identity-js Client.js, Amplify cognitoUserPoolTransferHandler. */
const ORIGIN = ['Access-Control-Allow-Origin', '*'] as const

const EXPOSED = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date'
const ALLOWED =
  'Authorization,Cache-Control,Content-Type,X-Amz-Content-Sha256,X-Amz-Date,X-Amz-Security-Token,X-Amz-Target,X-Amz-User-Agent,amz-sdk-invocation-id,amz-sdk-request'

/** The answer to a CORS preflight. Source: Fetch standard, CORS-preflight fetch. */
export function answerPreflight(methods: string): RawResponse {
  return {
    status: 204,
    headers: [
      ORIGIN,
      ['Access-Control-Allow-Methods', methods],
      ['Access-Control-Allow-Headers', ALLOWED],
      ['Access-Control-Expose-Headers', EXPOSED],
      ['Access-Control-Max-Age', '172800'],
    ],
    body: '',
  }
}

/** The same answer, readable by scripts of every origin. */
export function allowEveryOrigin(response: RawResponse): RawResponse {
  return { ...response, headers: [...response.headers, ORIGIN, ['Access-Control-Expose-Headers', EXPOSED]] }
}
