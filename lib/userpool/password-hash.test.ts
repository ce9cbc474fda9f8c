import { describe, expect, it } from 'vitest'
import { hashPassword, isPasswordHash, verifyPassword } from './password-hash'

describe('a password hash', () => {
  it('verifies its own password only, however that is composed', async () => {
    const hash = await hashPassword('Caf\u00e9-horse-7')
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/)
    expect(await verifyPassword('Caf\u00e9-horse-7', hash)).toBe(true)
    expect(await verifyPassword('Cafe\u0301-horse-7', hash)).toBe(true)
    expect(await verifyPassword('Cafe-horse-7', hash)).toBe(false)
    expect(await hashPassword('Caf\u00e9-horse-7')).not.toBe(hash)
  })

  const SALT_AND_HASH = `${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`
  it.each([
    ['', 'nothing'],
    ['plain', 'plain text'],
    [`bcrypt$16384$8$1$${SALT_AND_HASH}`, 'another scheme'],
    [`scrypt$16383$8$1$${SALT_AND_HASH}`, 'N that is no power of two'],
    [`scrypt$1048576$8$1$${SALT_AND_HASH}`, 'N that would take a gigabyte'],
    [`scrypt$131072$16$1$${SALT_AND_HASH}`, 'r that would take too much memory'],
    [`scrypt$16384$8$99$${SALT_AND_HASH}`, 'p that would take too long'],
    [`scrypt$16384$8$1$${Buffer.alloc(16).toString('base64')}$AAAA`, 'a hash of three bytes'],
  ])('that is %j is none (%s)', async (hash) => {
    expect(isPasswordHash(hash)).toBe(false)
    expect(await verifyPassword('x', hash)).toBe(false)
  })
})
