import { z } from 'zod'
import type { EvaluateCaller, EvaluateRequest } from '../../domain/evaluate'

const text = (max: number) => z.string().max(max)

const requestSchema = z.object({
  api: text(100).min(1),
  stage: text(128).min(1),
  method: z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,32}$/, 'must be an HTTP method'),
  path: text(8192).startsWith('/', 'must begin with /'),
  rawQuery: text(8192).default(''),
  headers: z
    .array(z.tuple([z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}$/, 'must be a header name'), text(10_240).regex(/^[^\r\n\0]*$/)]))
    .max(200)
    .default([]),
  body: text(10 * 1024 * 1024).default(''),
  sourceIp: z.union([z.ipv4(), z.ipv6()], 'must be an IPv4 or IPv6 address'),
  atMs: z.number().int().min(0).max(8_640_000_000_000_000).optional(),
})

const tags = z.record(text(128), text(256)).refine((record) => Object.keys(record).length <= 50, 'must hold 50 tags at most')

const callerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('anonymous') }),
  z.object({
    type: z.literal('iam'),
    arn: text(2048).min(1),
    session: z
      .object({
        name: z.string().regex(/^[\w+=,.@-]{2,64}$/, 'must be a role session name'),
        mfaAgeSec: z.number().int().min(0).optional(),
        tags: tags.optional(),
      })
      .optional(),
  }),
  z.object({
    type: z.literal('poolUser'),
    pool: text(100).min(1),
    username: text(128).min(1),
    client: text(128),
    tokenUse: z.enum(['id', 'access']),
    scopes: z.array(text(512)).max(100).optional(),
    groups: z.array(text(128)).max(100).optional(),
  }),
  z.object({ type: z.literal('raw') }),
])

export const evaluateSchema = z.object({
  request: requestSchema satisfies z.ZodType<EvaluateRequest>,
  caller: callerSchema satisfies z.ZodType<EvaluateCaller>,
  /** `draft` is a PATCH workspace document. */
  against: z.union([z.literal('saved'), z.object({ draft: z.record(z.string(), z.unknown()) })]).default('saved'),
  send: z.boolean().default(false),
})
