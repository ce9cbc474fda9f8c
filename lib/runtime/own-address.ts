import { networkInterfaces } from 'node:os'

/**
 * True for an address and port under which this process itself listens. `addresses` are those the port is open on, of which `0.0.0.0` and `::`
 * stand for every address that the machine has when it is asked.
 */
export function isOwnAddress(
  address: string,
  port: number,
  own: { readonly port: number; readonly addresses: ReadonlySet<string> },
): boolean {
  if (port !== own.port) return false
  if (own.addresses.has(address) || /^127\.|^::1$|^0\.0\.0\.0$|^::$/.test(address)) return true
  return (own.addresses.has('0.0.0.0') || own.addresses.has('::')) && machineAddresses().has(address)
}

function machineAddresses(): ReadonlySet<string> {
  return new Set(Object.values(networkInterfaces()).flatMap((entries) => (entries ?? []).map((entry) => entry.address)))
}
