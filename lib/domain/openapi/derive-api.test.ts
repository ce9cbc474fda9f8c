import { describe, expect, it } from 'vitest'
import { get, INTEGRATION, MOCK, mock, open, POOL, PROXY, secured, URI } from '../testing/openapi-documents'
import { deriveApi } from './derive-api'
import type { OpenApiObject } from './open-definition'

function derived(definition: OpenApiObject | string, protocol: 'REST' | 'HTTP' = 'REST') {
  const result = deriveApi(definition, { protocol })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result
}

describe('what can be enforced is read', () => {
  it('authorization: none, IAM both ways, the root, and the operation before the root', () => {
    const sigv4 = { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' }
    const { routes } = derived(
      open({
        security: [{ sigv4: [] }],
        components: { securitySchemes: { sigv4 } },
        paths: {
          '/root': { get: { [INTEGRATION]: MOCK } },
          '/open': { get: { security: [], [INTEGRATION]: MOCK } },
          '/iam': { get: { security: [], 'x-amazon-apigateway-auth': { type: 'aws_iam' }, [INTEGRATION]: MOCK } },
        },
      }),
    ).derived
    expect(routes.map(({ key, auth }) => [key, auth.type])).toEqual([
      ['GET /root', 'AWS_IAM'],
      ['GET /open', 'NONE'],
      ['GET /iam', 'AWS_IAM'],
    ])
  })

  it('the three kinds of authorizer', () => {
    const token = derived(secured({ type: 'token', authorizerUri: URI, identityValidationExpression: 'Bearer .+' })).derived
    expect(token.authorizers).toEqual([
      {
        type: 'TOKEN',
        name: 's',
        header: 'Authorization',
        identityValidationExpression: 'Bearer .+',
        ttlSec: 300,
        function: { account: '111122223333', region: 'us-east-1', name: 'check' },
      },
    ])
    expect(token.routes[0]?.auth).toEqual({ type: 'CUSTOM', authorizer: 's' })
    const request = derived(
      secured({
        type: 'request',
        authorizerUri: URI,
        identitySource: 'method.request.header.A, context.b,stageVariables.c',
        authorizerResultTtlInSeconds: 60,
      }),
    ).derived
    expect(request.authorizers[0]).toMatchObject({
      ttlSec: 60,
      identitySources: [
        { from: 'header', name: 'A' },
        { from: 'context', name: 'b' },
        { from: 'stageVariables', name: 'c' },
      ],
    })
    const pool = derived(secured({ type: 'cognito_user_pools', providerARNs: [POOL] }, ['shop/write'])).derived
    expect(pool.authorizers[0]).toMatchObject({ type: 'COGNITO_USER_POOLS', poolIds: ['us-east-1_Abc123'] })
    expect(pool.routes[0]?.auth).toEqual({ type: 'COGNITO_USER_POOLS', authorizer: 's', scopes: ['shop/write'] })
  })

  it('Swagger 2, ANY, greedy parameters, stage variables', () => {
    const { routes } = derived({
      swagger: '2.0',
      info: { title: 'x' },
      paths: {
        '/{proxy+}': {
          'x-amazon-apigateway-any-method': {
            [INTEGRATION]: { ...PROXY, httpMethod: 'any', uri: ['https://$', '{stageVariables.host}/{proxy}'].join('') },
          },
        },
      },
    }).derived
    expect(routes).toMatchObject([{ key: 'ANY /{proxy+}', method: 'ANY', integration: { httpMethod: 'ANY', timeoutMs: 29_000 } }])
  })

  it('the default route of an HTTP API', () => {
    const definition = open({
      paths: {
        '/$default': {
          'x-amazon-apigateway-any-method': { isDefaultRoute: true, [INTEGRATION]: { ...PROXY, payloadFormatVersion: '1.0' } },
        },
      },
    })
    expect(derived(definition, 'HTTP').derived.routes).toMatchObject([{ key: '$default', path: '$default', method: 'ANY' }])
  })

  it('a mock with a loose template, headers and patterns', () => {
    const { routes } = derived(
      mock({
        requestTemplates: { 'application/json': '{ statusCode: 204 }' },
        responses: {
          '2\\d{2}': { statusCode: 204, responseParameters: { 'method.response.header.X-A': "'*'" } },
          default: { statusCode: '500' },
        },
      }),
    ).derived
    expect(routes[0]?.integration).toEqual({
      type: 'MOCK',
      requestStatus: 204,
      responses: [
        { selectionPattern: '2\\d{2}', status: 204, headers: [['X-A', '*']], contentType: 'application/json', body: '' },
        { selectionPattern: null, status: 500, headers: [], contentType: 'application/json', body: '' },
      ],
    })
  })

  it('the policy is taken out of the definition, everything else stays', () => {
    const policy = { Version: '2012-10-17', Statement: [] }
    const result = derived(JSON.stringify(get({ summary: 'A', 'x-other': [1] }, '/a', { 'x-amazon-apigateway-policy': policy })))
    expect(JSON.parse(result.policy ?? '')).toEqual(policy)
    expect(JSON.parse(result.definition)).toEqual(get({ summary: 'A', 'x-other': [1] }))
    expect(derived(result.definition).definition).toBe(result.definition)
  })

  it('the report says what is enforced and what is only kept', () => {
    const { rows } = derived(get({ summary: 'A', parameters: [] }))
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'Route GET /a', treatment: 'enforced', pointer: '/paths/~1a/get' }),
        expect.objectContaining({ what: 'Operation: parameters', treatment: 'descriptive' }),
      ]),
    )
  })
})
