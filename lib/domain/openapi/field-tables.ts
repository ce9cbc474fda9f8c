import { type Field, readOnly, type Shape, unsupported, unsupportedUnless } from '../workspace/shape'

/** What becomes of each field of an OpenAPI document. Source: developer guide, OpenAPI extensions. */
const kept = (why: string): Field<never> => ({ ...readOnly(why), treatment: 'descriptive' })
const read: Field<never> = { ...readOnly('Read.'), treatment: 'enforced' }
const documentation = kept('Documentation.')
const validation = kept('Requests are checked against it only with a request validator.')

export const ROOT_FIELDS = {
  openapi: read,
  swagger: read,
  info: read,
  paths: read,
  components: read,
  securityDefinitions: read,
  security: read,
  servers: read,
  host: documentation,
  basePath: documentation,
  schemes: documentation,
  consumes: validation,
  produces: validation,
  definitions: validation,
  parameters: validation,
  responses: validation,
  tags: documentation,
  externalDocs: documentation,
  webhooks: documentation,
  jsonSchemaDialect: validation,
  'x-amazon-apigateway-policy': read,
  'x-amazon-apigateway-endpoint-configuration': read,
  'x-amazon-apigateway-documentation': documentation,
  'x-amazon-apigateway-importexport-version': documentation,
  'x-amazon-apigateway-tag-value': documentation,
  'x-amazon-apigateway-binary-media-types': kept('Bodies pass byte for byte, whatever their type.'),
  'x-amazon-apigateway-api-key-source': unsupported('API keys cannot be enforced.', 'HEADER'),
  'x-amazon-apigateway-gateway-responses': unsupported('Gateway responses cannot be changed.'),
  'x-amazon-apigateway-request-validators': kept('Only a validator that an operation names has an effect.'),
  'x-amazon-apigateway-request-validator': unsupported('Request validation cannot be enforced.'),
  'x-amazon-apigateway-minimum-compression-size': unsupported('Answers are not compressed.'),
  'x-amazon-apigateway-cors': unsupported('CORS of HTTP APIs cannot be enforced.'),
} satisfies Shape

export const COMPONENT_FIELDS = {
  securitySchemes: read,
  schemas: validation,
  responses: validation,
  parameters: validation,
  examples: documentation,
  requestBodies: validation,
  headers: validation,
  links: documentation,
  callbacks: documentation,
  pathItems: documentation,
  'x-amazon-apigateway-integrations': unsupported('Write the integration out at each operation.'),
} satisfies Shape

export const PATH_ITEM_FIELDS = {
  summary: documentation,
  description: documentation,
  servers: documentation,
  parameters: validation,
  $ref: unsupported('Write the path item out: references are not followed.'),
  get: read,
  put: read,
  post: read,
  delete: read,
  options: read,
  head: read,
  patch: read,
  trace: unsupportedUnless('API Gateway has no TRACE methods.', () => false),
  'x-amazon-apigateway-any-method': read,
} satisfies Shape

export const OPERATION_FIELDS = {
  operationId: read,
  tags: documentation,
  summary: documentation,
  description: documentation,
  externalDocs: documentation,
  deprecated: documentation,
  servers: documentation,
  schemes: documentation,
  callbacks: documentation,
  consumes: validation,
  produces: validation,
  parameters: validation,
  requestBody: validation,
  responses: validation,
  security: read,
  isDefaultRoute: read,
  'x-amazon-apigateway-auth': read,
  'x-amazon-apigateway-integration': read,
  'x-amazon-apigateway-request-validator': unsupported('Request validation cannot be enforced.'),
} satisfies Shape

export const SCHEME_FIELDS = {
  type: read,
  name: read,
  in: read,
  description: documentation,
  scheme: read,
  bearerFormat: documentation,
  flow: documentation,
  flows: documentation,
  scopes: documentation,
  authorizationUrl: documentation,
  tokenUrl: documentation,
  openIdConnectUrl: documentation,
  'x-amazon-apigateway-authtype': read,
  'x-amazon-apigateway-authorizer': read,
} satisfies Shape

export const AUTHORIZER_FIELDS = {
  type: read,
  authorizerUri: read,
  identitySource: read,
  identityValidationExpression: read,
  authorizerResultTtlInSeconds: read,
  providerARNs: read,
  authorizerCredentials: kept('The function is invoked by the gateway itself; no role is needed.'),
  authorizerPayloadFormatVersion: unsupported('Authorizers of REST APIs get payload format 1.0.', '1.0', 1),
  enableSimpleResponses: unsupported('Simple responses cannot be enforced.', false),
  jwtConfiguration: unsupported('JWT authorizers cannot be enforced.'),
} satisfies Shape

const ENDPOINT_FIELDS = {
  disableExecuteApiEndpoint: unsupported('The default endpoint cannot be switched off.', false),
  vpcEndpointIds: unsupported('VPC endpoints cannot be enforced.'),
} satisfies Shape

export { ENDPOINT_FIELDS }

export const INTEGRATION_FIELDS = {
  type: read,
  uri: read,
  httpMethod: read,
  timeoutInMillis: read,
  requestParameters: read,
  requestTemplates: read,
  responses: read,
  passthroughBehavior: read,
  connectionType: unsupported('Only the internet connection is supported.', 'INTERNET', 'internet'),
  connectionId: unsupported('VPC links cannot be enforced.'),
  credentials: unsupported('An integration is called without AWS credentials.'),
  cacheNamespace: kept('Answers are not cached.'),
  cacheKeyParameters: unsupported('Answers are not cached.'),
  contentHandling: unsupported('Bodies are not converted.'),
  tlsConfig: unsupported('Upstream certificates are always checked.', { insecureSkipVerification: false }),
  payloadFormatVersion: unsupported('HTTP integrations have payload format 1.0.', '1.0', 1),
  integrationSubtype: unsupported('AWS service integrations cannot be enforced.'),
  integrationTarget: unsupported('VPC links cannot be enforced.'),
  responseTransferMode: unsupported('Answers are buffered.', 'BUFFERED', 'buffered'),
} satisfies Shape
