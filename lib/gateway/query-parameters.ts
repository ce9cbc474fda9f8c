/** Query parameters as API Gateway hands them on: decoded, `+` is a space, in the order sent. */
export function parseQuery(rawQuery: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  if (rawQuery === '') return found
  for (const pair of rawQuery.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decode(equals === -1 ? pair : pair.slice(0, equals))
    const value = equals === -1 ? '' : decode(pair.slice(equals + 1))
    const values = found.get(name)
    if (values) values.push(value)
    else found.set(name, [value])
  }
  return found
}

/** Broken percent escapes stay as they were sent. */
function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
