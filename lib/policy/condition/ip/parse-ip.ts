/** An address as four 32-bit words; IPv4 is in the last word. */
export interface IpAddress {
  readonly family: 4 | 6
  readonly words: readonly [number, number, number, number]
}

/**
 * Reads an IPv4 or IPv6 address strictly: four decimal octets without leading zeros, or RFC 4291
 * text. An IPv4-mapped address (`::ffff:a.b.c.d`) is IPv4; a zone id is dropped. Null for anything else.
 */
export function parseIp(text: string): IpAddress | null {
  if (text.length > 64) return null
  if (!text.includes(':')) {
    const word = parseIpv4(text)
    return word === null ? null : { family: 4, words: [0, 0, 0, word] }
  }
  const zone = text.indexOf('%')
  const groups = parseIpv6(zone < 0 ? text : text.slice(0, zone))
  if (groups === null) return null
  const word = (index: number) => (groups[index]! << 16) | groups[index + 1]!
  const isMapped = word(0) === 0 && word(2) === 0 && word(4) === 0xffff
  return isMapped ? { family: 4, words: [0, 0, 0, word(6)] } : { family: 6, words: [word(0), word(2), word(4), word(6)] }
}

/** Four decimal octets without leading zeros. Every request is asked for this, so it makes no strings. */
function parseIpv4(text: string): number | null {
  let word = 0
  let octet = -1
  let dots = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x2e) {
      if (octet < 0 || ++dots > 3) return null
      word = (word << 8) | octet
      octet = -1
    } else if (code < 0x30 || code > 0x39 || octet === 0) return null
    else {
      octet = octet < 0 ? code - 0x30 : octet * 10 + code - 0x30
      if (octet > 255) return null
    }
  }
  return octet < 0 || dots !== 3 ? null : (word << 8) | octet
}

function parseIpv6(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = parseGroups(halves[0]!, halves.length === 1)
  const tail = halves.length === 2 ? parseGroups(halves[1]!, true) : []
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

function parseGroups(text: string, mayEndInIpv4: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const pieces = text.split(':')
  for (const [index, piece] of pieces.entries()) {
    if (mayEndInIpv4 && index === pieces.length - 1 && piece.includes('.')) {
      const word = parseIpv4(piece)
      if (word === null) return null
      groups.push((word >>> 16) & 0xffff, word & 0xffff)
    } else if (/^[0-9a-fA-F]{1,4}$/.test(piece)) groups.push(Number.parseInt(piece, 16))
    else return null
  }
  return groups
}
