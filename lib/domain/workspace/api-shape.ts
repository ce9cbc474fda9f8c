import { z } from 'zod'
import { isObject } from '../document/json-value'
import { policyTextOf } from '../document/policy-text'
import { accountId, apiId, region, stageName } from './patterns'
import { enforced, key, listOf, object, type Shape, unsupported, unsupportedUnless } from './shape'

const stageShape = {
  name: key('First segment of the path.', stageName),
  variables: enforced(
    'Values of the stage variables.',
    z.record(
      z.string().regex(/^[A-Za-z0-9_]{1,64}$/),
      z
        .string()
        .max(512)
        .regex(/^[A-Za-z0-9\-._~:/?#&=,]*$/),
    ),
  ),
} satisfies Shape

const endpointShape = {
  type: enforced(
    'How clients reach the API.',
    z.enum(['REGIONAL', 'EDGE', 'PRIVATE']).superRefine((type, context) => {
      if (type === 'PRIVATE')
        context.addIssue({ code: 'custom', params: { code: 'not_supported' }, message: 'Private endpoints cannot be enforced.' })
    }),
  ),
  vpcEndpointIds: unsupported('VPC endpoints cannot be enforced.'),
} satisfies Shape

const definition = z.union([z.string().max(6_291_456), z.custom<Readonly<Record<string, unknown>>>(isObject)], {
  error: 'A definition is an OpenAPI document, as an object or as text.',
})

const policy = z.unknown().transform((value, context) => {
  if (value === null) return null
  const text = policyTextOf(value)
  if (text === null) context.addIssue({ code: 'custom', message: 'A policy is an object, JSON text or percent-encoded JSON text.' })
  return text ?? ''
})

export const apiShape = {
  id: key('Names the API in addresses and ARNs.', apiId),
  account: enforced('The account in ARNs.', accountId),
  region: enforced('The region in ARNs.', region),
  protocol: enforced('REST or HTTP rules.', z.enum(['REST', 'HTTP'])),
  endpoint: object('How clients reach the API.', endpointShape, 'endpoint'),
  stages: listOf('Deployed stages.', stageShape, 'stage', (item) => item.name),
  definition: enforced('Routes, authorizers and integrations.', definition),
  policy: enforced('Resource policy; the same as x-amazon-apigateway-policy in the definition.', policy),
  disableExecuteApiEndpoint: unsupported('The default endpoint cannot be switched off.'),
  throttling: unsupportedUnless('Throttling cannot be enforced.', () => false),
} satisfies Shape
