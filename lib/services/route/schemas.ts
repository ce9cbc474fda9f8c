import { z } from 'zod'
import type { RouteInput } from '../../domain/console-api'

const methodSchema = z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'])
export const schemeNameSchema = z.string().min(1).max(256)
export const headerNameSchema = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}$/, 'must be a header name')

const authSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('NONE') }),
  z.object({ type: z.literal('AWS_IAM') }),
  z.object({ type: z.literal('CUSTOM'), authorizer: schemeNameSchema }),
  z.object({ type: z.literal('COGNITO_USER_POOLS'), authorizer: schemeNameSchema, scopes: z.array(z.string().min(1).max(512)).max(50) }),
])

const mockResponseSchema = z.object({
  selectionPattern: z.string().max(1024).nullable(),
  status: z.number().int().min(100).max(599),
  headers: z.array(z.tuple([headerNameSchema, z.string().max(8192)])).max(100),
  contentType: z.string().min(1).max(256),
  body: z.string().max(256 * 1024),
})

const integrationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('MOCK'), responses: z.array(mockResponseSchema).min(1).max(50) }),
  z.object({
    type: z.literal('HTTP_PROXY'),
    uri: z.string().min(1).max(2048),
    httpMethod: methodSchema,
    timeoutMs: z.number().int().min(50).max(29_000),
    requestParameters: z.record(z.string().max(512), z.string().max(2048)),
  }),
])

export const routeInputSchema = z.object({
  method: methodSchema,
  path: z.string().min(1).max(1024),
  auth: authSchema,
  integration: integrationSchema,
}) satisfies z.ZodType<RouteInput>

/** `GET /orders/{id}`, or `$default` of an HTTP API. */
export const routeKeySchema = z.string().min(1).max(1100)
