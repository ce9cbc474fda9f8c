import type { RawResponse } from '../gateway/ports'

const CONTENT_TYPE = 'application/x-amz-json-1.1'

/** A success of the AWS JSON 1.1 protocol. */
export function writeJson(requestId: string, output: unknown): RawResponse {
  return { status: 200, headers: [['Content-Type', CONTENT_TYPE], ...commonHeaders(requestId)], body: JSON.stringify(output) }
}

/**
 * An error of the AWS JSON 1.1 protocol: name in header and body alike, because clients differ in
 * what they read first. Status 400, 500 for InternalErrorException.
 * Source: Amplify core json.ts, amazon-cognito-identity-js Client.js.
 */
export function writeJsonError(requestId: string, name: string, message: string): RawResponse {
  return {
    status: name === 'InternalErrorException' ? 500 : 400,
    headers: [
      ['Content-Type', CONTENT_TYPE],
      ['x-amzn-errortype', `${name}:`],
      ['x-amzn-errormessage', toHeaderValue(message)],
      ...commonHeaders(requestId),
    ],
    body: JSON.stringify({ __type: name, message }),
  }
}

function commonHeaders(requestId: string): [string, string][] {
  return [
    ['x-amzn-requestid', requestId],
    ['Cache-Control', 'no-store'],
  ]
}

// Messages may quote what the client sent: nothing but printable ASCII goes into a header.
function toHeaderValue(message: string): string {
  return message.replace(/[^\x20-\x7e]/g, '?').slice(0, 512)
}
