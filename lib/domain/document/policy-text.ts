import { isObject, toJsonText } from './json-value'

/**
 * Returns the text of a policy that is given as an object, as JSON text or as percent-encoded JSON
 * text (RFC 3986, as IAM's Get operations write it); null when it is none of them. Text is kept as it is.
 */
export function policyTextOf(value: unknown): string | null {
  if (isObject(value)) return toJsonText(value)
  if (typeof value !== 'string') return null
  if (!/^\s*%7B/i.test(value)) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** The inverse: an object where writing it as text gives the very same text, else the text itself. */
export function policyValueOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && toJsonText(value) === text ? value : text
  } catch {
    return text
  }
}
