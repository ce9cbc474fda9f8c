import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestRuntime, TEST_API_TOKEN, type TestRuntime } from '../runtime/testing/open-test-runtime'

const PASSWORD = 'correct horse battery'

let test: TestRuntime
let count = 0
beforeAll(async () => {
  test = await openTestRuntime()
})
afterAll(() => test.close())

const admin = () => test.as('admin')
const tokenOf = (link: string | null) => new URL(link!).hash.slice(1)

/** A new console user with a password. */
async function newUser(role: 'viewer' | 'editor' | 'admin' = 'viewer') {
  count += 1
  return test.services.createConsoleUser(admin(), { email: `user-${count}@example.com`, name: `User ${count}`, role, password: PASSWORD })
}

describe('the set-up link', () => {
  it('works once, makes the first admin, and is no more once there is one', async () => {
    const first = tokenOf(await test.services.createSetupLink())
    const second = tokenOf(await test.services.createSetupLink())
    await expect(test.services.redeemSetupLink({ token: 'guessed' })).rejects.toMatchObject({ code: 'unauthenticated' })
    const { sessionId } = await test.services.redeemSetupLink({ token: second })
    const actor = await test.services.resolveActor({ type: 'session', sessionId })
    expect(actor).toMatchObject({ role: 'admin' })
    expect((await test.services.getSession({ actor: actor! }, {})).user.hasPassword).toBe(false)
    for (const token of [first, second])
      await expect(test.services.redeemSetupLink({ token })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await test.services.createSetupLink()).toBeNull()
    expect(await test.services.createFirstAdmin({ email: 'late@example.com', password: PASSWORD })).toBe(false)
    await test.services.changePassword({ actor: actor! }, { password: PASSWORD })
    await expect(test.services.changePassword({ actor: actor! }, { current: 'wrong', password: PASSWORD })).rejects.toMatchObject({
      code: 'invalid_request',
    })
  })

  it('asks for e-mail and password where others can reach the port', async () => {
    const open = await openTestRuntime({ loopback: false })
    const token = tokenOf(await open.services.createSetupLink())
    await expect(open.services.redeemSetupLink({ token })).rejects.toMatchObject({ code: 'invalid_request' })
    await open.services.redeemSetupLink({ token, email: 'Ops@Example.com', password: PASSWORD })
    await open.services.signInConsoleUser({ email: 'ops@example.com', password: PASSWORD })
    await open.close()
  })
})

describe('signing in', () => {
  it('makes a session that ends at sign-out, at once', async () => {
    const user = await newUser('editor')
    const { sessionId } = await test.services.signInConsoleUser({ email: user.email.toUpperCase(), password: PASSWORD })
    expect(await test.services.resolveActor({ type: 'session', sessionId })).toEqual({
      type: 'consoleUser',
      id: user.id,
      name: user.email,
      role: 'editor',
    })
    await test.services.signOut(sessionId)
    expect(await test.services.resolveActor({ type: 'session', sessionId })).toBeNull()
  })

  it('tells a wrong password, an unknown e-mail and a disabled user apart in nothing', async () => {
    const disabled = await newUser()
    await test.services.updateConsoleUser(admin(), { id: disabled.id, disabled: true })
    const refused = []
    for (const given of [
      { email: (await newUser()).email, password: 'wrong' },
      { email: 'nobody@example.com', password: PASSWORD },
      { email: disabled.email, password: PASSWORD },
    ]) {
      refused.push(
        await test.services.signInConsoleUser(given).catch((error: { code: string; message: string }) => [error.code, error.message]),
      )
    }
    expect(refused[0]).toEqual(['unauthenticated', expect.any(String)])
    expect(refused[1]).toEqual(refused[0])
    expect(refused[2]).toEqual(refused[0])
  })

  it('is blocked for one address after ten failures, with the right password too, and open for others', async () => {
    const { email } = await newUser()
    const attempt = (password: string, address: string) => test.services.signInConsoleUser({ email, password, address })
    for (let index = 0; index < 10; index += 1)
      await expect(attempt('wrong', '192.0.2.1')).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(attempt(PASSWORD, '192.0.2.1')).rejects.toMatchObject({ code: 'too_many_requests' })
    await expect(attempt(PASSWORD, '192.0.2.2')).resolves.toHaveProperty('sessionId')
  })

  it('cannot be guessed faster by asking at the same time', async () => {
    const { email } = await newUser()
    const attempts = Array.from({ length: 14 }, () => test.services.signInConsoleUser({ email, password: 'wrong', address: '192.0.2.4' }))
    const codes = (await Promise.allSettled(attempts)).map((result) => (result.status === 'rejected' ? result.reason.code : 'signed in'))
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(4)
  })

  it('counts failures only', async () => {
    const { email } = await newUser()
    for (let index = 0; index < 12; index += 1) await test.services.signInConsoleUser({ email, password: PASSWORD, address: '192.0.2.3' })
  })
})

describe('a session', () => {
  let sessionId: string
  let id: string
  const actor = () => test.services.resolveActor({ type: 'session', sessionId })
  beforeEach(async () => {
    const user = await newUser('editor')
    id = user.id
    sessionId = (await test.services.signInConsoleUser({ email: user.email, password: PASSWORD })).sessionId
  })

  it('has the role that the user has now', async () => {
    await test.services.updateConsoleUser(admin(), { id, role: 'viewer' })
    expect((await actor())?.role).toBe('viewer')
  })

  it('ends when the user is disabled', async () => {
    await test.services.updateConsoleUser(admin(), { id, disabled: true })
    expect(await actor()).toBeNull()
  })

  it('ends when an admin sets another password', async () => {
    await test.services.updateConsoleUser(admin(), { id, password: 'another long password' })
    expect(await actor()).toBeNull()
  })
})

describe('a bearer token', () => {
  const resolve = (token: string) => test.services.resolveActor({ type: 'bearer', token })

  it('is known by its hash alone, and is nobody once revoked', async () => {
    const { id, token } = await test.services.createApiToken(admin(), { name: 'ci', role: 'editor' })
    expect(await resolve(token)).toEqual({ type: 'apiToken', id, name: 'ci', role: 'editor' })
    const { items } = await test.services.listApiTokens(admin(), {})
    expect(JSON.stringify(items)).not.toContain(token)
    await test.services.revokeApiToken(admin(), { id })
    expect(await resolve(token)).toBeNull()
  })

  it("of the operator is an admin's", async () => {
    expect(await resolve(TEST_API_TOKEN)).toMatchObject({ role: 'admin' })
    expect(await resolve(`${TEST_API_TOKEN}x`)).toBeNull()
    expect(await resolve('')).toBeNull()
  })
})

describe('the last admin', () => {
  it('can neither be disabled nor lowered', async () => {
    const { items } = await test.services.listConsoleUsers(admin(), {})
    const admins = items.filter((user) => user.role === 'admin' && !user.disabled)
    expect(admins).toHaveLength(1)
    for (const patch of [{ disabled: true }, { role: 'editor' }]) {
      await expect(test.services.updateConsoleUser(admin(), { id: admins[0]!.id, ...patch })).rejects.toMatchObject({ code: 'conflict' })
    }
  })
})
