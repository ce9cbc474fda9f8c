import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { isOwnAddress } from './own-address'

const own = (addresses: string[]) => ({ port: 3000, addresses: new Set(addresses) })
const machine = Object.values(networkInterfaces()).flatMap((entries) => (entries ?? []).map((entry) => entry.address))

describe('isOwnAddress', () => {
  it.each([
    { address: '127.0.0.1', port: 3000, addresses: ['127.0.0.1', '::1'], expected: true },
    { address: '127.9.9.9', port: 3000, addresses: ['127.0.0.1'], expected: true },
    { address: '::1', port: 3000, addresses: ['127.0.0.1'], expected: true },
    { address: '127.0.0.1', port: 3001, addresses: ['127.0.0.1'], expected: false },
    { address: '10.0.0.7', port: 3000, addresses: ['10.0.0.7'], expected: true },
    { address: '192.0.2.1', port: 3000, addresses: ['0.0.0.0'], expected: false },
  ])('$address:$port with the port open on $addresses: $expected', ({ address, port, addresses, expected }) =>
    expect(isOwnAddress(address, port, own(addresses))).toBe(expected),
  )
  it.each(['0.0.0.0', '::'])('with the port open on %s every address of the machine is its own', (every) => {
    expect(machine.filter((address) => !isOwnAddress(address, 3000, own([every])))).toEqual([])
  })
})
