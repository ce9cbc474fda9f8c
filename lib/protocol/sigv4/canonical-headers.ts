import { isHeader } from './headers'

/**
 * The canonical headers, one `name:value\n` for each signed header in the order given: blanks around
 * values cut, runs of blanks as one space, values of a repeated header joined by commas. A signed
 * header that was not sent is named in `missing` and stands with an empty value.
 * Source: "Create a signed AWS API request", step 1, CanonicalHeaders.
 */
export function getCanonicalHeaders(
  rawHeaders: readonly string[],
  signedHeaders: readonly string[],
): { readonly text: string; readonly missing: readonly string[] } {
  let text = ''
  const missing: string[] = []
  for (const name of signedHeaders) {
    let joined: string | null = null
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
      if (!isHeader(rawHeaders[i] ?? '', name)) continue
      const value = squeeze(rawHeaders[i + 1] ?? '')
      joined = joined === null ? value : `${joined},${value}`
    }
    if (joined === null) missing.push(name)
    text += `${name}:${joined ?? ''}\n`
  }
  return { text, missing }
}

// Only blanks and tabs: `\s` would eat the byte A0 out of UTF-8 characters.
function squeeze(value: string): string {
  return /^[ \t]|[ \t]$|[ \t]{2}|\t/.test(value) ? value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '') : value
}
