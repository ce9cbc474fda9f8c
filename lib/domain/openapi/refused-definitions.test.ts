import { describe, expect, it } from 'vitest'
import {
  AT,
  AUTHORIZER_AT,
  authorizer,
  get,
  INTEGRATION,
  integration,
  MOCK,
  mock,
  open,
  PROXY,
  paths,
  proxy,
  scheme,
  secured,
  URI,
} from '../testing/openapi-documents'
import { deriveApi } from './derive-api'
import type { OpenApiObject } from './open-definition'

interface Refusal {
  readonly source: string
  readonly name: string
  readonly definition: OpenApiObject | string
  readonly protocol?: 'REST' | 'HTTP'
  readonly problems: readonly string[]
}

const REFUSED: readonly Refusal[] = [
  { source: 'OpenAPI', name: 'text that is no document', definition: '{', problems: [' syntax'] },
  { source: 'OpenAPI', name: 'an unknown version', definition: { openapi: '4.0.0' }, problems: [' not_supported'] },
  {
    source: 'OpenAPI',
    name: 'no title and no paths',
    definition: { openapi: '3.0.1' },
    problems: ['/info/title required', '/paths required'],
  },
  {
    source: 'fail closed',
    name: 'a misspelt security',
    definition: get({ secuirty: [] }),
    problems: ['/paths/~1a/get/secuirty unknown_field'],
  },
  {
    source: 'fail closed',
    name: 'an unknown extension of API Gateway',
    definition: open({ 'x-amazon-apigateway-new': 1 }),
    problems: ['/x-amazon-apigateway-new not_supported'],
  },
  {
    source: '6',
    name: 'gateway responses',
    definition: open({ 'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: {} } }),
    problems: ['/x-amazon-apigateway-gateway-responses not_supported'],
  },
  {
    source: '1.1',
    name: 'a request validator',
    definition: get({ 'x-amazon-apigateway-request-validator': 'all' }),
    problems: ['/paths/~1a/get/x-amazon-apigateway-request-validator not_supported'],
  },
  {
    source: '7',
    name: 'keys from an authorizer',
    definition: open({ 'x-amazon-apigateway-api-key-source': 'AUTHORIZER' }),
    problems: ['/x-amazon-apigateway-api-key-source not_supported'],
  },
  {
    source: '10',
    name: 'private endpoints',
    definition: open({
      servers: [
        { url: 'x', 'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['vpce-1'], disableExecuteApiEndpoint: true } },
      ],
    }),
    problems: [
      '/servers/0/x-amazon-apigateway-endpoint-configuration/disableExecuteApiEndpoint not_supported',
      '/servers/0/x-amazon-apigateway-endpoint-configuration/vpcEndpointIds not_supported',
    ],
  },
  {
    source: '9.1',
    name: 'an operation without integration',
    definition: open({ paths: { '/a': { get: {} } } }),
    problems: [`${AT} required`],
  },
  { source: '9.1', name: 'a reserved path', definition: paths('/ping'), problems: ['/paths/~1ping invalid_path'] },
  {
    source: '9.1',
    name: 'paths that are none',
    definition: paths('/a//b', '/a/../b', '/x{id}', '/{p+}/x', '/{a}/{a}', 'no'),
    problems: ['/paths/~1a~1~1b', '/paths/~1a~1..~1b', '/paths/~1x{id}', '/paths/~1{p+}~1x', '/paths/~1{a}~1{a}', '/paths/no'].map(
      (at) => `${at} invalid_path`,
    ),
  },
  {
    source: 'only one unique variable path part',
    name: 'two variable siblings',
    definition: paths('/a/{id}', '/a/{name}/b'),
    problems: ['/paths/~1a~1{name}~1b route_conflict'],
  },
  { source: 'ruling 5', name: 'two spellings of one path', definition: paths('/a', '/a/'), problems: ['/paths/~1a~1 route_conflict'] },
  {
    source: '9.3',
    name: 'two parameters in one place of an HTTP API',
    protocol: 'HTTP',
    definition: open({ paths: { '/{a}': { get: { [INTEGRATION]: PROXY } }, '/{b}': { get: { [INTEGRATION]: PROXY } } } }),
    problems: ['/paths/~1{b} route_conflict'],
  },
  {
    source: '11.1',
    name: 'integrations of AWS',
    definition: integration({ type: 'aws_proxy', uri: URI }),
    problems: [`${AT}/type not_supported`],
  },
  { source: '11.1', name: 'an unknown integration', definition: integration({ type: 'magic' }), problems: [`${AT}/type invalid_value`] },
  {
    source: '11',
    name: 'what an integration cannot do',
    definition: proxy({
      connectionType: 'VPC_LINK',
      connectionId: 'x',
      credentials: 'arn',
      tlsConfig: { insecureSkipVerification: true },
      cacheKeyParameters: ['a'],
    }),
    problems: ['connectionType', 'connectionId', 'credentials', 'tlsConfig', 'cacheKeyParameters'].map(
      (field) => `${AT}/${field} not_supported`,
    ),
  },
  {
    source: '11',
    name: 'a misspelt field of an integration',
    definition: proxy({ timeoutInMilis: 1 }),
    problems: [`${AT}/timeoutInMilis unknown_field`],
  },
  {
    source: '11.5',
    name: 'a timeout out of bounds',
    definition: proxy({ timeoutInMillis: 29_001 }),
    problems: [`${AT}/timeoutInMillis invalid_value`],
  },
  {
    source: '11',
    name: 'no method',
    definition: integration({ type: 'http_proxy', uri: 'https://example.com' }),
    problems: [`${AT}/httpMethod required`],
  },
  ...[
    'ftp://example.com',
    '/relative',
    'https://{host}.example.com/',
    'https://user:pw@example.com/',
    'https://example.com/{id}',
    'https://example.com/#x',
  ].map((uri) => ({ source: 'egress', name: `the URL ${uri}`, definition: proxy({ uri }), problems: [`${AT}/uri invalid_value`] })),
  {
    source: '11',
    name: 'mappings that are none',
    definition: proxy({
      requestParameters: {
        x: "'1'",
        'integration.request.header.a': 'method.request.body',
        'integration.request.header.b': 'method.request.path.zz',
      },
    }),
    problems: [
      `${AT}/requestParameters/x invalid_value`,
      `${AT}/requestParameters/integration.request.header.a not_supported`,
      `${AT}/requestParameters/integration.request.header.b invalid_value`,
    ],
  },
  {
    source: '11.1',
    name: 'a mock with a mapping template',
    definition: mock({ requestTemplates: { 'application/json': '{"statusCode": $input.params("s")}' } }),
    problems: [`${AT}/requestTemplates/application~1json not_supported`],
  },
  {
    source: '11.1',
    name: 'a mock body with variables',
    definition: mock({ responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '$input.body' } } } }),
    problems: [`${AT}/responses/default/responseTemplates/application~1json not_supported`],
  },
  {
    source: '11.1',
    name: 'a mock header that is mapped',
    definition: mock({
      responses: { default: { statusCode: '200', responseParameters: { 'method.response.header.X': 'context.requestId' } } },
    }),
    problems: [`${AT}/responses/default/responseParameters/method.response.header.X not_supported`],
  },
  {
    source: '11.1',
    name: 'a mock that nothing answers',
    definition: mock({ responses: { '4..': { statusCode: '400' } } }),
    problems: [`${AT}/responses required`],
  },
  {
    source: 're2',
    name: 'a pattern that re2 cannot run',
    definition: mock({ responses: { default: { statusCode: '200' }, '(?=a)': { statusCode: '400' } } }),
    problems: [`${AT}/responses/(?=a) invalid_pattern`],
  },
  { source: '8', name: 'a mock of an HTTP API', protocol: 'HTTP', definition: mock({}), problems: [`${AT}/type not_supported`] },
  {
    source: 'fail closed',
    name: 'a scheme that nothing checks',
    definition: get({ security: [{ s: [] }] }, '/a', scheme({ type: 'http', scheme: 'bearer' })),
    problems: ['/paths/~1a/get/security/0/s not_supported'],
  },
  {
    source: '7',
    name: 'API keys',
    definition: get({ security: [{ s: [] }] }, '/a', scheme({ type: 'apiKey', name: 'x-api-key', in: 'header' })),
    problems: ['/paths/~1a/get/security/0/s not_supported'],
  },
  {
    source: 'fail closed',
    name: 'a scheme that is not there',
    definition: get({ security: [{ constructor: [] }] }),
    problems: ['/paths/~1a/get/security/0/constructor unknown_scheme'],
  },
  {
    source: 'OpenAPI',
    name: 'alternatives',
    definition: get({ security: [{ s: [] }, {}] }, '/a', authorizer({ type: 'token', authorizerUri: URI })),
    problems: ['/paths/~1a/get/security not_supported'],
  },
  {
    source: 'OpenAPI',
    name: 'the security of the root',
    definition: open({ security: [{ nobody: [] }], paths: { '/a': { get: { [INTEGRATION]: MOCK } } } }),
    problems: ['/security/0/nobody unknown_scheme'],
  },
  {
    source: '10',
    name: 'auth NONE beside a scheme',
    definition: get(
      { 'x-amazon-apigateway-auth': { type: 'NONE' }, security: [{ s: [] }] },
      '/a',
      authorizer({ type: 'token', authorizerUri: URI }),
    ),
    problems: ['/paths/~1a/get conflicting_auth'],
  },
  {
    source: '10',
    name: 'an unknown auth type',
    definition: get({ 'x-amazon-apigateway-auth': { type: 'CUSTOM' } }),
    problems: ['/paths/~1a/get/x-amazon-apigateway-auth/type invalid_value'],
  },
  {
    source: '5.1',
    name: 'scopes for a Lambda authorizer',
    definition: secured({ type: 'token', authorizerUri: URI }, ['a/b']),
    problems: ['/paths/~1a/get/security/0/s not_supported'],
  },
  {
    source: '5.1',
    name: 'a TTL out of bounds',
    definition: secured({ type: 'token', authorizerUri: URI, authorizerResultTtlInSeconds: 3601 }),
    problems: [`${AUTHORIZER_AT}/authorizerResultTtlInSeconds invalid_value`],
  },
  {
    source: '5.1',
    name: 'caching without identity source',
    definition: secured({ type: 'request', authorizerUri: URI }),
    problems: [`${AUTHORIZER_AT}/identitySource required`],
  },
  {
    source: '5.1',
    name: 'an identity source that is none',
    definition: secured({ type: 'request', authorizerUri: URI, identitySource: 'method.request.path.id', authorizerResultTtlInSeconds: 0 }),
    problems: [`${AUTHORIZER_AT}/identitySource invalid_identity_source`],
  },
  {
    source: '5.1',
    name: 'a pattern with look-ahead',
    definition: secured({ type: 'token', authorizerUri: URI, identityValidationExpression: '(?=x)' }),
    problems: [`${AUTHORIZER_AT}/identityValidationExpression invalid_pattern`],
  },
  {
    source: '5.1',
    name: 'a function by alias, a function that is missing',
    definition: secured({ type: 'token', authorizerUri: URI.replace('check/', 'check:live/') }),
    problems: [`${AUTHORIZER_AT}/authorizerUri invalid_value`],
  },
  {
    source: '5.2',
    name: 'simple responses',
    definition: secured({ type: 'token', authorizerUri: URI, enableSimpleResponses: true, authorizerPayloadFormatVersion: '2.0' }),
    problems: [`${AUTHORIZER_AT}/enableSimpleResponses not_supported`, `${AUTHORIZER_AT}/authorizerPayloadFormatVersion not_supported`],
  },
  {
    source: '4.1',
    name: 'no pool',
    definition: secured({ type: 'cognito_user_pools', providerARNs: [] }),
    problems: [`${AUTHORIZER_AT}/providerARNs required`],
  },
  {
    source: '4.2',
    name: 'a JWT authorizer',
    definition: secured({ type: 'jwt', jwtConfiguration: { issuer: 'x' } }),
    problems: [`${AUTHORIZER_AT}/jwtConfiguration not_supported`, `${AUTHORIZER_AT}/type not_supported`],
  },
  {
    source: '1.2',
    name: 'an authorizer of an HTTP API',
    protocol: 'HTTP',
    definition: open(authorizer({ type: 'request', authorizerUri: URI })),
    problems: [`${AUTHORIZER_AT} not_supported`],
  },
  {
    source: '1.2',
    name: 'IAM on an HTTP API',
    protocol: 'HTTP',
    definition: get({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' }, [INTEGRATION]: PROXY }),
    problems: ['/paths/~1a/get not_supported'],
  },
  {
    source: '2',
    name: 'a resource policy of an HTTP API',
    protocol: 'HTTP',
    definition: open({ 'x-amazon-apigateway-policy': {} }),
    problems: ['/x-amazon-apigateway-policy not_supported'],
  },
]

describe('what cannot be enforced is refused with its pointer', () => {
  it.each(REFUSED)('$name ($source)', ({ definition, protocol = 'REST', problems }) => {
    const result = deriveApi(definition, { protocol })
    const found = result.ok
      ? []
      : result.issues.filter((issue) => issue.severity === 'error').map(({ pointer, code }) => `${pointer} ${code}`)
    expect([...new Set(found)].sort()).toEqual([...problems].sort())
    if (!result.ok)
      expect(result.rows.filter((row) => row.treatment === 'refused').map((row) => row.pointer)).toEqual(
        expect.arrayContaining(problems.map((problem) => problem.split(' ')[0])),
      )
  })
})
