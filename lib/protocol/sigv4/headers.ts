/** Value of the only header of that name (lower case); `count` tells of repeats. */
export function readHeader(rawHeaders: readonly string[], name: string): { readonly value: string | null; readonly count: number } {
  let value: string | null = null
  let count = 0
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (!isHeader(rawHeaders[i] ?? '', name)) continue
    value ??= rawHeaders[i + 1] ?? ''
    count++
  }
  return { value, count }
}

/** True when `given`, in any case, is the header `name`, lower case. */
export function isHeader(given: string, name: string): boolean {
  return given.length === name.length && (given === name || given.toLowerCase() === name)
}

/** Sent `x-amz-…` headers that are not among the signed ones, lower case. */
export function findUnsignedAmzHeaders(rawHeaders: readonly string[], signedHeaders: readonly string[]): readonly string[] {
  const unsigned: string[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const given = rawHeaders[i] ?? ''
    const first = given.charCodeAt(0)
    if (first !== 120 && first !== 88) continue
    const name = given.toLowerCase()
    if (name.startsWith('x-amz-') && !signedHeaders.includes(name)) unsigned.push(name)
  }
  return unsigned
}
