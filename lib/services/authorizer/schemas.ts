import { z } from 'zod'
import type { AuthorizerInput } from '../../domain/console-api'
import { functionRefSchema } from '../function/schemas'
import { headerNameSchema, schemeNameSchema } from '../route/schemas'

/** Source: API Gateway API reference, CreateAuthorizer, authorizerResultTtlInSeconds. */
const ttlSchema = z.number().int().min(0).max(3600)
const expressionSchema = z.string().min(1).max(1024).nullable()

const identitySourceSchema = z.object({
  from: z.enum(['header', 'querystring', 'stageVariables', 'context']),
  name: z.string().min(1).max(256),
})

export const authorizerInputSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('TOKEN'),
    name: schemeNameSchema,
    header: headerNameSchema,
    identityValidationExpression: expressionSchema,
    ttlSec: ttlSchema,
    function: functionRefSchema,
  }),
  z.object({
    type: z.literal('REQUEST'),
    name: schemeNameSchema,
    identitySources: z.array(identitySourceSchema).max(10),
    ttlSec: ttlSchema,
    function: functionRefSchema,
  }),
  z.object({
    type: z.literal('COGNITO_USER_POOLS'),
    name: schemeNameSchema,
    header: headerNameSchema,
    identityValidationExpression: expressionSchema,
    poolIds: z.array(z.string().min(1).max(55)).min(1).max(1000),
  }),
]) satisfies z.ZodType<AuthorizerInput>
