import { BlockList, isIP } from 'node:net'

/** Who really called: the peer, or what a trusted proxy says of it. */
export interface ClientAddress {
  /** IPv4 or IPv6 text; IPv4-mapped addresses are already unmapped. */
  readonly address: string
  readonly secure: boolean
}

export interface TrustedProxies {
  readonly isEmpty: boolean
  has(address: string): boolean
}

/** Reads CIDRs and bare addresses. Throws a TypeError that names the first one that is neither. */
export function trustedProxies(cidrs: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [address = '', prefix] = cidr.split('/')
    const family = isIP(address)
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix)
    if (family === 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128))
      throw new TypeError(`${cidr} is no address and no CIDR range`)
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return { isEmpty: cidrs.length === 0, has: (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') }
}

/**
 * Walks X-Forwarded-For from the right while the hop that wrote it is trusted; the first address that
 * is not trusted is the client. A malformed entry ends the walk at the last good one.
 */
export function clientAddress(
  peer: { readonly address: string; readonly encrypted: boolean },
  headers: { readonly forwardedFor: string | undefined; readonly forwardedProto: string | undefined },
  trusted: TrustedProxies,
): ClientAddress {
  let address = unmapAddress(peer.address)
  if (trusted.isEmpty || !trusted.has(address)) return { address, secure: peer.encrypted }
  const hops = (headers.forwardedFor ?? '').split(',')
  for (let index = hops.length - 1; index >= 0 && trusted.has(address); index--) {
    const hop = unmapAddress(stripPort(hops[index]!.trim()))
    if (isIP(hop) === 0) break
    address = hop
  }
  const proto = headers.forwardedProto?.split(',').at(-1)?.trim().toLowerCase()
  return { address, secure: proto === undefined ? peer.encrypted : proto === 'https' }
}

/** `::ffff:192.0.2.1` → `192.0.2.1`; zone ids are taken off. */
export function unmapAddress(address: string): string {
  const bare = address.replace(/%.*$/, '')
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)
  return mapped ? mapped[1]! : bare
}

function stripPort(hop: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(hop)
  if (bracketed) return bracketed[1]!
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(hop) ? hop.slice(0, hop.indexOf(':')) : hop
}
