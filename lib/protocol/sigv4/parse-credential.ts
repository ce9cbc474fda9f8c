import { TERMINATOR } from './constants'
import type { CredentialScope, SigV4Failure } from './types'

/** Takes `accessKeyId/yyyymmdd/region/service/aws4_request` apart. */
export function parseCredential(
  text: string,
): { readonly ok: true; readonly credential: CredentialScope } | { readonly ok: false; readonly failure: SigV4Failure } {
  const parts = text.split('/', 6)
  const [accessKeyId = '', date = '', region = '', service = '', terminator = ''] = parts
  if (parts.length !== 5 || accessKeyId === '') return { ok: false, failure: { kind: 'malformedCredential', credential: text } }
  if (terminator !== TERMINATOR) return { ok: false, failure: { kind: 'wrongTerminator', terminator } }
  return { ok: true, credential: { accessKeyId, date, region, service } }
}

/** Names of `a;b;c` as written, ascending, without repeats; null when there are too many. */
export function parseSignedHeaders(text: string, max: number): readonly string[] | null {
  const names = text.split(';', max + 1)
  if (names.length > max) return null
  for (let i = 1; i < names.length; i++) {
    if ((names[i - 1] ?? '') >= (names[i] ?? '')) return [...new Set(names)].sort()
  }
  return names
}
