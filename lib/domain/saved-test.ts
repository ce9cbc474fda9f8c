import type { TestRequest, World } from './world'

/** Returns what `${hmac}` of a saved test's request is made of: the key and the text; null when the request has none. */
export function findHmacInput(
  world: World,
  request: TestRequest,
): { readonly key: string; readonly over: string; readonly encoding: 'hex' | 'base64url' } | null {
  const { hmac } = request
  if (!hmac) return null
  const fn = world.functions.find((item) => `${item.account}/${item.region}/${item.name}` === hmac.function)
  const key = fn?.environment.get(hmac.environment)
  return key === undefined ? null : { key, over: hmac.over, encoding: hmac.encoding }
}

/** Returns the headers with `${hmac}` replaced by the HMAC that was computed. */
export function fillHmac(headers: TestRequest['headers'], hmac: string): TestRequest['headers'] {
  return headers.map(([name, value]) => [name, value.replaceAll(HMAC_PLACE, hmac)])
}

const HMAC_PLACE = '$' + '{hmac}'
