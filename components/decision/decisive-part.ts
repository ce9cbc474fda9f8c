/** Which part of an expected and an actual value made a condition match or fail, for underlining. */
export interface Marked {
  readonly hit: string
  readonly rest: string
}

export interface DecisivePart {
  /** Index into `expected` of the value that decided; -1 when none stands out. */
  readonly expectedIndex: number
  readonly expected: Marked | null
  readonly actual: Marked | null
}

const NONE: DecisivePart = { expectedIndex: -1, expected: null, actual: null }

/**
 * Returns the network part for address operators, the whole values for equality and numbers.
 * `operator` is as written, qualifier and suffix included.
 */
export function decisivePart(operator: string, expected: readonly string[], actual: string, matched: boolean): DecisivePart {
  const base =
    operator
      .split(':')
      .at(-1)
      ?.replace(/IfExists$/, '') ?? operator
  if (base === 'IpAddress' || base === 'NotIpAddress') return addressPart(expected, actual)
  if (!matched) return { ...NONE, actual: { hit: actual, rest: '' } }
  const index = expected.indexOf(actual)
  if (index >= 0) return { expectedIndex: index, expected: { hit: actual, rest: '' }, actual: { hit: actual, rest: '' } }
  return expected.length === 1 ? { expectedIndex: 0, expected: null, actual: { hit: actual, rest: '' } } : NONE
}

function addressPart(expected: readonly string[], actual: string): DecisivePart {
  for (const [index, range] of expected.entries()) {
    const network = networkText(range)
    if (network !== null && network !== '' && actual.toLowerCase().startsWith(network.toLowerCase())) {
      return {
        expectedIndex: index,
        expected: { hit: range.slice(0, network.length), rest: range.slice(network.length) },
        actual: { hit: actual.slice(0, network.length), rest: actual.slice(network.length) },
      }
    }
  }
  return { ...NONE, actual: { hit: actual, rest: '' } }
}

/** The text of the whole octets or groups that the prefix covers; null when there is no address to read. */
function networkText(range: string): string | null {
  const [address = '', prefix] = range.split('/')
  if (address.includes(':')) {
    if (prefix === undefined || prefix === '128') return address
    const groups = Math.floor(Number(prefix) / 16)
    const head = address.split('::')[0]?.split(':').filter(Boolean) ?? []
    return head.slice(0, groups).join(':')
  }
  const octets = address.split('.')
  if (octets.length !== 4) return null
  const whole = prefix === undefined ? 4 : Math.floor(Number(prefix) / 8)
  return octets.slice(0, whole).join('.')
}
