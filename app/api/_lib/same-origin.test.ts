import { describe, expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

describe('isSameOrigin', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['another port or sub-domain', { 'sec-fetch-site': 'same-site' }, false],
    ['the address bar', { 'sec-fetch-site': 'none' }, false],
    ['another site with our Origin', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000', host: 'localhost:3000' }, false],
    ['an old browser on our page', { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    ['an old browser on another port', { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
    ['an opaque origin', { origin: 'null', host: 'localhost:3000' }, false],
    ['nothing at all', { host: 'localhost:3000' }, false],
  ])('%s', (_, headers, expected) => expect(isSameOrigin(new Headers(headers))).toBe(expected))
})
