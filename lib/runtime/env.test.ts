import { describe, expect, it } from 'vitest'
import { isLoopbackHost, readEnv } from './env'

describe('readEnv', () => {
  it('gives the documented defaults on an empty environment', () => {
    const result = readEnv({})
    expect(result).toMatchObject({
      ok: true,
      env: {
        port: 3000,
        host: 'localhost',
        dataDir: './.gatehouse',
        gatewayDomain: 'execute-api.localhost',
        seed: null,
        databaseUrl: null,
      },
    })
  })

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ GATEHOUSE_API_TOKEN: 'short' }, 'GATEHOUSE_API_TOKEN'],
    [{ GATEHOUSE_SECRET: 'short' }, 'GATEHOUSE_SECRET'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://u@h/d' }, 'GATEHOUSE_SECRET is required'],
    [{ GATEHOUSE_PUBLIC_URL: 'ftp://x' }, 'GATEHOUSE_PUBLIC_URL'],
    [{ GATEHOUSE_TLS_CERT: 'a.pem' }, 'set together'],
    [{ GATEHOUSE_ADMIN_EMAIL: 'a@b.c' }, 'set together'],
    [{ GATEHOUSE_SEED: 'yes' }, 'GATEHOUSE_SEED'],
  ])('refuses %o and names the variable', (source, name) => {
    const result = readEnv(source)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.problems.join('\n')).toContain(name)
  })

  it('takes the trailing slash off the public address', () => {
    expect(readEnv({ GATEHOUSE_PUBLIC_URL: 'https://gate.example/' })).toMatchObject({
      ok: true,
      env: { publicUrl: 'https://gate.example' },
    })
  })
})

describe('isLoopbackHost', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['127.0.0.1.example', false],
  ])('%s → %s', (host, expected) => expect(isLoopbackHost(host)).toBe(expected))
})
