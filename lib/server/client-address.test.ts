import { describe, expect, it } from 'vitest'
import { clientAddress, trustedProxies, unmapAddress } from './client-address'

const none = trustedProxies([])
const proxies = trustedProxies(['10.0.0.0/8', '::1', '192.0.2.10'])
const ask = (address: string, forwardedFor?: string, forwardedProto?: string, trusted = proxies) =>
  clientAddress({ address, encrypted: false }, { forwardedFor, forwardedProto }, trusted)

describe('clientAddress', () => {
  it('believes no header without a trusted proxy', () => {
    expect(ask('203.0.113.9', '127.0.0.1', 'https', none)).toEqual({ address: '203.0.113.9', secure: false })
    expect(ask('203.0.113.9', '127.0.0.1', 'https')).toEqual({ address: '203.0.113.9', secure: false })
  })
  it('takes the right-most address that no trusted proxy owns', () => {
    expect(ask('10.0.0.1', '127.0.0.1, 203.0.113.9, 10.2.3.4').address).toBe('203.0.113.9')
    expect(ask('::ffff:10.0.0.1', '198.51.100.7').address).toBe('198.51.100.7')
    expect(ask('::1', '[2001:db8::1]:4711').address).toBe('2001:db8::1')
    expect(ask('192.0.2.10', '198.51.100.7:1234').address).toBe('198.51.100.7')
  })
  it('stops at a malformed hop', () => {
    expect(ask('10.0.0.1', '203.0.113.9, unknown').address).toBe('10.0.0.1')
    expect(ask('10.0.0.1', undefined).address).toBe('10.0.0.1')
  })
  it('believes the scheme of the last proxy', () => expect(ask('10.0.0.1', '198.51.100.7', 'http, https').secure).toBe(true))
  it.each([['10.0.0.0/33'], ['nonsense'], ['10.0.0/8'], ['::1/129']])('refuses %s', (cidr) =>
    expect(() => trustedProxies([cidr])).toThrow(cidr),
  )
})

describe('unmapAddress', () => {
  it.each([
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:1.2.3.4', '1.2.3.4'],
    ['fe80::1%eth0', 'fe80::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('%s → %s', (address, expected) => expect(unmapAddress(address)).toBe(expected))
})
