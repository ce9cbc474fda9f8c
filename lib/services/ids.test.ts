import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as ids from './ids'

const ports = { random: { bytes: (count: number) => randomBytes(count), uuid: randomUUID } }

describe('identifiers', () => {
  it.each<[string, () => string, RegExp]>([
    ['API', () => ids.newApiId(ports), /^[a-z0-9]{10}$/],
    ['user pool', () => ids.newPoolId(ports, 'eu-west-1'), /^eu-west-1_[A-Za-z0-9]{9}$/],
    ['app client', () => ids.newClientId(ports), /^[a-z0-9]{26}$/],
    ['client secret', () => ids.newClientSecret(ports), /^[a-z0-9]{51}$/],
    ['access key', () => ids.newAccessKeyId(ports), /^AKIA[A-Z2-7]{16}$/],
    ['secret access key', () => ids.newSecretAccessKey(ports), /^[A-Za-z0-9+/]{40}$/],
  ])("of an %s have AWS's form and do not repeat", (_, make, form) => {
    const made = Array.from({ length: 200 }, make)
    for (const id of made) expect(id).toMatch(form)
    expect(new Set(made).size).toBe(200)
  })

  it('draw without bias: a byte that does not fit the alphabet is thrown away', () => {
    const highest = {
      random: { bytes: (count: number) => new Uint8Array(count).map((_, index) => (index % 2 === 0 ? 255 : 0)), uuid: randomUUID },
    }
    expect(ids.newApiId(highest)).toBe('aaaaaaaaaa')
  })
})
