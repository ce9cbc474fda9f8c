import type { RawResponse } from '../gateway/ports'

export type QueryService = 'sts' | 'iam'

/** Service by the `Version` parameter. Source: botocore service models sts and iam, apiVersion. */
export const QUERY_VERSIONS: ReadonlyMap<string, QueryService> = new Map([
  ['2011-06-15', 'sts'],
  ['2010-05-08', 'iam'],
])

const NAMESPACES: Readonly<Record<QueryService, string>> = {
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
}

/** An error of the AWS query protocol. Source: botocore, protocol query; error body as captured in Netflix/security_monkey#77. */
export function writeQueryError(
  requestId: string,
  service: QueryService,
  error: { readonly status: number; readonly code: string; readonly message: string },
): RawResponse {
  const { code, message, status } = error
  return {
    status,
    headers: [
      ['Content-Type', 'text/xml'],
      ['x-amzn-RequestId', requestId],
      ['Cache-Control', 'no-store'],
    ],
    body:
      `<ErrorResponse xmlns="${NAMESPACES[service]}"><Error><Type>Sender</Type><Code>${escapeXml(code)}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${escapeXml(requestId)}</RequestId></ErrorResponse>`,
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

// XML 1.0 knows no other control characters than tab and line ends.
function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '?').replace(/[&<>"]/g, (found) => ENTITIES.get(found) ?? '')
}
