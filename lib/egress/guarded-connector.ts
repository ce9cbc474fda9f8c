import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { buildConnector } from 'undici'
import { type AddressGuard, plainAddress } from './address-guard'

/** Told apart from connection errors by its code; the message names host and reason. */
export class EgressRefusedError extends Error {
  override readonly name = 'EgressRefusedError'
  readonly code = 'EGRESS_REFUSED'
}

export interface ConnectorOptions {
  readonly guard: AddressGuard
  /** True for our own listeners, which are never called from inside; an IPv4-mapped address comes as IPv4. */
  readonly isOwnAddress: (address: string, port: number) => boolean
  readonly connectTimeoutMs: number
}

/** Returns undici's connector with one change: the address that was checked is the address that is connected. */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({ timeout: options.connectTimeoutMs })
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '')
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80))
    checkedAddress(host, port, options).then(
      (address) => connect({ ...target, hostname: address, servername: target.servername ?? (isIP(host) ? '' : host) }, callback),
      (error: unknown) => callback(error instanceof Error ? error : new Error('Connection failed'), null),
    )
  }
}

async function checkedAddress(host: string, port: number, { guard, isOwnAddress }: ConnectorOptions): Promise<string> {
  const byName = guard.refuseHost(host)
  if (byName) throw new EgressRefusedError(`${host}: ${byName}`)
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map((entry) => entry.address)
  let reason = 'the name has no address'
  for (const address of addresses) {
    const refused = isOwnAddress(plainAddress(address), port) ? 'the address is Gatehouse itself' : guard.refuseAddress(address, host)
    if (refused === null) return address
    reason = refused
  }
  throw new EgressRefusedError(`${host}: ${reason}`)
}
