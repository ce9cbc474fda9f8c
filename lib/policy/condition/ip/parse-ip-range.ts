import { type IpAddress, parseIp } from './parse-ip'

/** A range of addresses. Bits after the prefix are dropped. */
export interface IpRange {
  readonly family: 4 | 6
  readonly words: IpAddress['words']
  readonly masks: IpAddress['words']
  /** Within the family: 0 to 32, or 0 to 128. */
  readonly prefixLength: number
  /** True when the text had bits set after the prefix. */
  readonly hasHostBits: boolean
}

/** Reads an address or CIDR range; a bare address is the range of itself. Null for anything else. */
export function parseIpRange(text: string): IpRange | null {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const ip = address.includes('%') ? null : parseIp(address)
  if (ip === null) return null
  const bits = address.includes(':') ? 128 : 32
  const written = slash < 0 ? String(bits) : text.slice(slash + 1)
  if (!/^(0|[1-9]\d{0,2})$/.test(written) || Number(written) > bits) return null
  const isMapped = bits === 128 && ip.family === 4
  const prefixLength = Number(written) - (isMapped ? 96 : 0)
  if (prefixLength < 0) return null
  const firstBit = ip.family === 4 ? 96 : 0
  const mask = (index: number) => maskOf(firstBit + prefixLength - index * 32)
  const masks = [mask(0), mask(1), mask(2), mask(3)] as const
  const words = ip.words.map((word, index) => word & masks[index]!) as [number, number, number, number]
  return { family: ip.family, words, masks, prefixLength, hasHostBits: words.some((word, index) => word !== ip.words[index]) }
}

function maskOf(bits: number): number {
  return bits <= 0 ? 0 : bits >= 32 ? -1 : -1 << (32 - bits)
}

export function rangeHolds(range: IpRange, ip: IpAddress): boolean {
  if (range.family !== ip.family) return false
  if (((ip.words[3] & range.masks[3]) | 0) !== range.words[3]) return false
  if (range.family === 4) return true
  return (
    (ip.words[0] & range.masks[0]) === range.words[0] &&
    (ip.words[1] & range.masks[1]) === range.words[1] &&
    (ip.words[2] & range.masks[2]) === range.words[2]
  )
}
