/** The one spelling of a client address that conditions, logs and upstreams see. */

const MAPPED_DOTTED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
const MAPPED_HEX = /^(?:::ffff:|0:0:0:0:0:ffff:)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i

/** IPv4-mapped IPv6 becomes IPv4, zone ids are stripped; anything else comes back as it is. */
export function normalizeSourceIp(address: string): string {
  if (!address.includes(':')) return address
  const zone = address.indexOf('%')
  const bare = zone === -1 ? address : address.slice(0, zone)
  const dotted = MAPPED_DOTTED.exec(bare)
  if (dotted) return dotted[1]!
  const hex = MAPPED_HEX.exec(bare)
  if (!hex) return bare
  const high = Number.parseInt(hex[1]!, 16)
  const low = Number.parseInt(hex[2]!, 16)
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}

/** True for 127.0.0.0/8 and ::1; the address must be normalised. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}
