import { z } from 'zod'
import { apiId, arn, headerName, headerValue, poolId, stageName } from './patterns'
import { descriptive, enforced, key, type Shape } from './shape'

const method = z.string().regex(/^[A-Z]{1,16}$/, 'A method is written in capitals.')

const hmac = z.strictObject({
  function: z.string().regex(/^\d{12}\/[a-z0-9-]+\/[A-Za-z0-9_-]{1,64}$/, 'Expected account/region/name.'),
  environment: z.string().min(1),
  over: z.string().max(8192),
  encoding: z.enum(['hex', 'base64url']),
})

const request = z.strictObject({
  method,
  path: z
    .string()
    .max(8192)
    .regex(/^\/[\x21-\x7e]*$/, 'A path begins with / and is percent-encoded.'),
  headers: z
    .array(z.tuple([headerName, headerValue]))
    .max(100)
    .default([]),
  body: z.string().max(1_048_576).nullable().default(null),
  sourceIp: z.union([z.ipv4(), z.ipv6()], { error: 'Expected an IPv4 or IPv6 address.' }),
  hmac: hmac.nullable().default(null),
})

const caller = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('anonymous') }),
  z.strictObject({ type: z.literal('iam'), arn, breakage: z.enum(['flipByte', 'clockMinus6Min', 'signOtherPath']).optional() }),
  z.strictObject({
    type: z.literal('poolUser'),
    pool: poolId,
    username: z.string().min(1),
    client: z.string().min(1),
    tokenUse: z.enum(['id', 'access']),
    scopes: z.array(z.string().min(1)).optional(),
  }),
  z.strictObject({ type: z.literal('raw') }),
])

const expectation = z.strictObject({
  status: z.int().min(100).max(599),
  outcome: z.enum(['allow', 'deny', 'error']),
  reasonCode: z.string().nullable().default(null),
  statement: z.string().nullable().default(null),
  errorType: z.string().nullable().default(null),
  body: z.string().nullable().default(null),
})

export const testShape = {
  name: key('Names the test.', z.string().min(1).max(200)),
  description: descriptive('What the test shows.', z.string().max(4096).nullable()),
  api: enforced('The API that is called.', apiId),
  stage: enforced('The stage that is called.', stageName),
  before: enforced('Requests sent first.', z.array(request).max(10)),
  request: enforced('The request that is judged.', request),
  caller: enforced('Who calls.', caller),
  expect: enforced('The decision that is right.', expectation),
} satisfies Shape
