import { percentEncode } from '../percent-encoding'

const PLAIN = /^[A-Za-z0-9\-._~/]*$/

/**
 * The canonical URI: repeated slashes count as one, then each segment of the raw path is
 * percent-encoded again (`/a%40b` becomes `/a%2540b`), as every service but S3 wants it. Dot
 * segments stay as they are, so a signer that removes them does not match.
 * Source: "Create a signed AWS API request", step 1, CanonicalUri.
 */
export function getCanonicalUri(rawPath: string): string {
  const path = rawPath.includes('//') ? rawPath.replace(/\/{2,}/g, '/') : rawPath
  if (PLAIN.test(path)) return path === '' ? '/' : path
  return path.split('/').map(percentEncode).join('/')
}
