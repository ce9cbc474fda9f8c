import { ALGORITHM, TERMINATOR } from './constants'
import { sha256Hex } from './digest'
import type { CredentialScope } from './types'

/** Source: "Create a signed AWS API request", step 3. */
export function getStringToSign(timestamp: string, credential: CredentialScope, canonicalRequest: string): string {
  return `${ALGORITHM}\n${timestamp}\n${getCredentialScope(credential)}\n${sha256Hex(canonicalRequest)}`
}

/** `date/region/service/aws4_request` */
export function getCredentialScope({ date, region, service }: CredentialScope): string {
  return `${date}/${region}/${service}/${TERMINATOR}`
}
