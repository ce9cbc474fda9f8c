import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeSecretHash } from '../userpool'
import { createPoolFixture, PASSWORD, type PoolFixture, PUBLIC_URL } from '../userpool/testing/fixture'
import { handleAws } from '.'
import { serve } from './testing/serve'

let fixture: PoolFixture
let server: Awaited<ReturnType<typeof serve>>
let client: CognitoIdentityProviderClient

beforeAll(async () => {
  fixture = await createPoolFixture()
  await fixture.putUser('ada')
  const { pools, findPool } = fixture
  server = await serve((request) => handleAws(request, { pools, findPool, publicUrl: PUBLIC_URL, reportError: console.error }))
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' }
  client = new CognitoIdentityProviderClient({ endpoint: `${server.url}/aws`, region: 'us-east-1', credentials, maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await server.close()
})

const signIn = (password = PASSWORD) =>
  client.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: fixture.client('web').id,
      AuthParameters: { USERNAME: 'ada', PASSWORD: password },
      ClientMetadata: { anything: 'goes' },
    }),
  )

describe('the AWS SDK for JavaScript', () => {
  it('signs in, asks who it is, refreshes both ways and revokes', async () => {
    const ClientId = fixture.client('web').id
    const { AuthenticationResult: tokens, ChallengeName, ChallengeParameters, $metadata } = await signIn()
    expect([ChallengeName, ChallengeParameters, tokens?.TokenType]).toEqual([undefined, {}, 'Bearer'])
    expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
    const AccessToken = tokens?.AccessToken
    expect((await client.send(new GetUserCommand({ AccessToken }))).Username).toBe('ada')
    const RefreshToken = tokens?.RefreshToken ?? ''
    const old = await client.send(
      new InitiateAuthCommand({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters: { REFRESH_TOKEN: RefreshToken } }),
    )
    const current = await client.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))
    for (const { AuthenticationResult } of [old, current]) {
      expect((await client.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }))).Username).toBe('ada')
      expect(AuthenticationResult?.RefreshToken).toBeUndefined()
    }
    await client.send(new RevokeTokenCommand({ ClientId, Token: RefreshToken }))
    await expect(client.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  })

  it('signs in with a secret client', async () => {
    const { id, secret } = fixture.client('secret')
    const SECRET_HASH = computeSecretHash(secret ?? '', 'ada', id)
    const AuthParameters = { USERNAME: 'ada', PASSWORD, SECRET_HASH }
    const outcome = await client.send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: id, AuthParameters }))
    expect(outcome.AuthenticationResult?.IdToken).toBeDefined()
  })

  it('sees refusals as exceptions of Cognito', async () => {
    await expect(signIn('wrong')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
      $metadata: { httpStatusCode: 400 },
    })
    const AuthParameters = { USERNAME: 'ada', PASSWORD }
    await expect(
      client.send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'nobody', AuthParameters })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'User pool client nobody does not exist.' })
  })

  it('is told of operations that are not offered, signed or not', async () => {
    const name = 'UnknownOperationException'
    await expect(client.send(new SignUpCommand({ ClientId: 'c', Username: 'u', Password: 'p' }))).rejects.toMatchObject({ name })
    await expect(client.send(new AdminGetUserCommand({ UserPoolId: fixture.pool.id, Username: 'ada' }))).rejects.toMatchObject({ name })
  })
})
