import { BlockList, isIP } from 'node:net'

/** Which addresses and names outbound requests may reach. */
export interface AddressGuard {
  /** Null when the name may be looked up; otherwise why not. */
  refuseHost(host: string): string | null
  /** Null when the address may be connected for that host; otherwise why not. */
  refuseAddress(address: string, host: string): string | null
}

/** Never reachable, whatever the operator allows: cloud metadata. */
const METADATA = blockList(['169.254.169.254/32', '169.254.170.2/32', 'fd00:ec2::254/128', '100.100.100.200/32'])

/** Source: IANA special-purpose address registries (RFC 6890 and successors). */
const SPECIAL = blockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
])

/**
 * `allow` holds host names, addresses and CIDRs that the operator opens although they are private.
 * Throws a TypeError that names an entry that is none of these.
 */
export function createAddressGuard(allow: readonly string[]): AddressGuard {
  const hosts = new Set<string>()
  const opened = new BlockList()
  for (const entry of allow) {
    const [address = '', prefix] = entry.split('/')
    if (isIP(address)) addRange(opened, address, prefix === undefined ? (isIP(address) === 4 ? 32 : 128) : Number(prefix))
    else if (prefix === undefined && /^[a-z0-9.-]+$/i.test(entry)) hosts.add(entry.toLowerCase())
    else throw new TypeError(`${entry} is no host name, address or CIDR range`)
  }
  return {
    refuseHost: (host) => (/(^|\.)gatehouse\.internal$/i.test(host) ? 'the name is reserved' : null),
    refuseAddress(address, host) {
      const plain = plainAddress(address)
      if (contains(METADATA, plain)) return 'the address is a cloud metadata service'
      if (!contains(SPECIAL, plain)) return null
      if (hosts.has(host.toLowerCase()) || contains(opened, plain)) return null
      return 'the address is private; the operator can open it with GATEHOUSE_EGRESS_ALLOW'
    },
  }
}

/** `::ffff:7f00:1` → `127.0.0.1`; zone ids are taken off. */
export function plainAddress(address: string): string {
  const bare = address.replace(/%.*$/, '')
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)
  if (dotted) return dotted[1]!
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(bare)
  if (!hex) return bare
  const value = (Number.parseInt(hex[1]!, 16) << 16) | Number.parseInt(hex[2]!, 16)
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.')
}

function contains(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

function addRange(list: BlockList, address: string, prefix: number): void {
  const family = isIP(address)
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > (family === 4 ? 32 : 128))
    throw new TypeError(`${address}/${prefix} is no CIDR range`)
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
}

function blockList(cidrs: readonly string[]): BlockList {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [address = '', prefix = ''] = cidr.split('/')
    addRange(list, address, Number(prefix))
  }
  return list
}
