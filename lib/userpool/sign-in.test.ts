import { beforeEach, describe, expect, it } from 'vitest'
import type { PoolUser } from '../domain/world'
import { computeSecretHash } from './secret-hash'
import { createPoolFixture, PASSWORD, type PoolFixture } from './testing/fixture'

let fixture: PoolFixture
beforeEach(async () => {
  fixture = await createPoolFixture()
})

function signIn(username: string, password: string, client = 'web', extra: Record<string, string> = {}) {
  return fixture.pools.initiateAuth({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: fixture.client(client).id,
    AuthParameters: new Map(Object.entries({ USERNAME: username, PASSWORD: password, ...extra })),
  })
}

async function refusalOf(outcome: ReturnType<typeof signIn>): Promise<string> {
  const result = await outcome
  return result.ok ? 'accepted' : `${result.error.name}: ${result.error.message}`
}

describe('sign-in by password', () => {
  it('gives tokens for the right password', async () => {
    await fixture.putUser('ada')
    const outcome = await signIn('ada', PASSWORD)
    expect(outcome).toMatchObject({
      ok: true,
      value: { TokenType: 'Bearer', ExpiresIn: 1800, RefreshToken: expect.stringMatching(/^[\w-]{64}$/) },
    })
  })

  const STATES: readonly { name: string; patch: Partial<PoolUser>; refusal: string; source: string }[] = [
    { name: 'disabled', patch: { enabled: false }, refusal: 'NotAuthorizedException: User is disabled.', source: 'moto test text' },
    {
      name: 'unconfirmed',
      patch: { status: 'UNCONFIRMED' },
      refusal: 'UserNotConfirmedException: User is not confirmed.',
      source: 'moto test text',
    },
    {
      name: 'to be reset',
      patch: { status: 'RESET_REQUIRED' },
      refusal: 'PasswordResetRequiredException: Password reset required for the user',
      source: 'assumed',
    },
    {
      name: 'with a temporary password',
      patch: { status: 'FORCE_CHANGE_PASSWORD' },
      refusal: 'NotAuthorizedException: The temporary password must be replaced: an administrator has to set a permanent one.',
      source: 'ours: the challenge is not offered',
    },
    {
      name: 'without a password',
      patch: { passwordHash: null },
      refusal: 'NotAuthorizedException: Incorrect username or password.',
      source: 'assumed',
    },
  ]

  it.each(STATES)('refuses a user $name ($source)', async ({ patch, refusal }) => {
    await fixture.putUser('ada', patch)
    expect(await refusalOf(signIn('ada', PASSWORD))).toBe(refusal)
    expect(await refusalOf(signIn('ada', 'wrong'))).toBe('NotAuthorizedException: Incorrect username or password.')
  })

  it('tells of unknown users only where the client does not mask them', async () => {
    await fixture.putUser('ada')
    expect(await refusalOf(signIn('nobody', PASSWORD))).toBe('UserNotFoundException: User does not exist.')
    const wrong = 'NotAuthorizedException: Incorrect username or password.'
    expect(await refusalOf(signIn('nobody', PASSWORD, 'masked'))).toBe(wrong)
    expect(await refusalOf(signIn('ada', 'wrong', 'masked'))).toBe(wrong)
    expect(await refusalOf(signIn('a\u0000da', PASSWORD))).toBe(wrong)
    expect(await refusalOf(signIn('ada', 'x'.repeat(300)))).toBe(wrong)
  })

  it('locks a user, known or not, after five failures; the right password fails too, until the lock ends', async () => {
    await fixture.putUser('ada')
    for (const name of ['ada', 'nobody']) {
      for (let i = 0; i < 5; i++) await signIn(name, 'wrong', 'masked')
      expect(await refusalOf(signIn(name, PASSWORD, 'masked'))).toBe('NotAuthorizedException: Password attempts exceeded')
    }
    fixture.clock.ms += 1_001
    expect(await refusalOf(signIn('ada', PASSWORD))).toBe('accepted')
    expect(await refusalOf(signIn('ada', 'wrong'))).toBe('NotAuthorizedException: Incorrect username or password.')
  }, 30_000)

  it('does not lock anybody for being right often', async () => {
    await fixture.putUser('ada')
    for (let i = 0; i < 7; i++) expect(await refusalOf(signIn('ada', PASSWORD))).toBe('accepted')
  }, 30_000)

  it('refuses more than can be hashed soon, and answers all that it took', async () => {
    await fixture.putUser('ada')
    const names = await Promise.all(Array.from({ length: 30 }, () => refusalOf(signIn('ada', PASSWORD))))
    expect(new Set(names)).toEqual(new Set(['accepted', 'TooManyRequestsException: Too many requests']))
    expect(names.filter((name) => name === 'accepted').length).toBe(18)
  }, 60_000)
})

describe('the app client', () => {
  beforeEach(() => fixture.putUser('ada'))

  it('must exist and allow the flow', async () => {
    const unknown = fixture.pools.initiateAuth({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: '__proto__', AuthParameters: new Map() })
    expect(await refusalOf(unknown)).toBe('ResourceNotFoundException: User pool client __proto__ does not exist.')
    const flow = 'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client'
    expect(await refusalOf(signIn('ada', PASSWORD, 'noflows'))).toBe(flow)
  })

  it('with a secret wants the secret hash over exactly this username', async () => {
    const client = fixture.client('secret')
    const hash = (name: string) => computeSecretHash(client.secret ?? '', name, client.id)
    const unable = `NotAuthorizedException: Unable to verify secret hash for client ${client.id}`
    expect(await refusalOf(signIn('ada', PASSWORD, 'secret'))).toBe(
      `NotAuthorizedException: Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    )
    expect(await refusalOf(signIn('ada', PASSWORD, 'secret', { SECRET_HASH: hash('ben') }))).toBe(unable)
    expect(await refusalOf(signIn('ada', PASSWORD, 'secret', { SECRET_HASH: '' }))).toBe(unable)
    expect(await refusalOf(signIn('ada', PASSWORD, 'secret', { SECRET_HASH: hash('ada') }))).toBe('accepted')
    const publicClient = fixture.client('web').id
    expect(await refusalOf(signIn('ada', PASSWORD, 'web', { SECRET_HASH: hash('ada') }))).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${publicClient}`,
    )
  })

  it.each(['USER_SRP_AUTH', 'CUSTOM_AUTH', 'USER_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'user_password_auth', ''])(
    'gets no token for the flow %j',
    async (AuthFlow) => {
      const parameters = new Map([
        ['USERNAME', 'ada'],
        ['PASSWORD', PASSWORD],
      ])
      const outcome = await fixture.pools.initiateAuth({ AuthFlow, ClientId: fixture.client('web').id, AuthParameters: parameters })
      expect(outcome).toMatchObject({ ok: false, error: { name: 'InvalidParameterException' } })
    },
  )
})
