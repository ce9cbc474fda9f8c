/** For tests: small OpenAPI documents with one thing in them. */
import type { OpenApiObject } from '../openapi/open-definition'

export const MOCK = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { default: { statusCode: '200' } },
}
export const PROXY = { type: 'http_proxy', httpMethod: 'GET', uri: 'https://example.com/a' }
export const INTEGRATION = 'x-amazon-apigateway-integration'
export const URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:check/invocations'
export const POOL = 'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Abc123'

export const open = (fields: object): OpenApiObject => ({ openapi: '3.0.1', info: { title: 'orders' }, paths: {}, ...fields })
export const get = (operation: object, path = '/a', rest: object = {}) =>
  open({ paths: { [path]: { get: { [INTEGRATION]: MOCK, ...operation } } }, ...rest })
export const integration = (fields: object, path = '/a') => get({ [INTEGRATION]: fields }, path)
export const mock = (fields: object) => integration({ ...MOCK, ...fields })
export const proxy = (fields: object, path = '/a') => integration({ ...PROXY, ...fields }, path)
export const scheme = (fields: object) => ({ components: { securitySchemes: { s: fields } } })
export const authorizer = (fields: object, header = 'Authorization') =>
  scheme({ type: 'apiKey', in: 'header', name: header, 'x-amazon-apigateway-authorizer': fields })
export const secured = (fields: object, scopes: readonly string[] = []) => get({ security: [{ s: scopes }] }, '/a', authorizer(fields))
export const paths = (...list: readonly string[]) =>
  open({ paths: Object.fromEntries(list.map((path) => [path, { get: { [INTEGRATION]: MOCK } }])) })

export const AUTHORIZER_AT = '/components/securitySchemes/s/x-amazon-apigateway-authorizer'
export const AT = `/paths/~1a/get/${INTEGRATION}`
