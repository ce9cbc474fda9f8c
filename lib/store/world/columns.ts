/** Columns that hold small values as JSON text, which keeps their order. Read through zod, as all that enters. */
import { z } from 'zod'
import type { LambdaFunction, PasswordPolicy, ResourceServer, SavedTest, Tag } from '../../domain/world'

const pairsSchema = z.array(z.tuple([z.string(), z.string()]))
const tablesSchema = z.array(z.tuple([z.string(), pairsSchema]))
const eventsSchema = z.array(z.object({ name: z.string(), event: z.string() }))
const scopesSchema = z.array(z.object({ name: z.string(), description: z.string() }))
const passwordPolicySchema = z.object({
  minimumLength: z.int(),
  requireUppercase: z.boolean(),
  requireLowercase: z.boolean(),
  requireNumbers: z.boolean(),
  requireSymbols: z.boolean(),
})

const testRequestSchema = z.object({
  method: z.string(),
  path: z.string(),
  headers: pairsSchema,
  body: z.string().nullable(),
  sourceIp: z.string(),
  hmac: z.object({ function: z.string(), environment: z.string(), over: z.string(), encoding: z.enum(['hex', 'base64url']) }).nullable(),
})
const testCallerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('anonymous') }),
  z.object({
    type: z.literal('iam'),
    arn: z.string(),
    breakage: z.enum(['flipByte', 'clockMinus6Min', 'signOtherPath']).optional(),
  }),
  z.object({
    type: z.literal('poolUser'),
    pool: z.string(),
    username: z.string(),
    client: z.string(),
    tokenUse: z.enum(['id', 'access']),
    scopes: z.array(z.string()).optional(),
  }),
  z.object({ type: z.literal('raw') }),
])
const testContentSchema = z.object({
  before: z.array(testRequestSchema),
  request: testRequestSchema,
  caller: testCallerSchema,
  expect: z.object({
    status: z.int(),
    outcome: z.enum(['allow', 'deny', 'error']),
    reasonCode: z.string().nullable(),
    statement: z.string().nullable(),
    errorType: z.string().nullable(),
    body: z.string().nullable(),
  }),
})

export type TestContent = Pick<SavedTest, 'before' | 'request' | 'caller' | 'expect'>

export const writePairs = (map: ReadonlyMap<string, string>): string => JSON.stringify([...map])
export const readPairs = (text: string): ReadonlyMap<string, string> => new Map(pairsSchema.parse(JSON.parse(text)))

export const writeTags = (tags: readonly Tag[]): string => JSON.stringify(tags.map((tag) => [tag.key, tag.value]))
export const readTags = (text: string): readonly Tag[] => pairsSchema.parse(JSON.parse(text)).map(([key, value]) => ({ key, value }))

export const writeTables = (tables: LambdaFunction['tables']): string =>
  JSON.stringify([...tables].map(([name, rows]) => [name, [...rows]]))
export const readTables = (text: string): LambdaFunction['tables'] =>
  new Map(tablesSchema.parse(JSON.parse(text)).map(([name, rows]) => [name, new Map(rows)]))

export const writeEvents = (events: LambdaFunction['events']): string => JSON.stringify(events.map(({ name, event }) => ({ name, event })))
export const readEvents = (text: string): LambdaFunction['events'] => eventsSchema.parse(JSON.parse(text))

export const writeScopes = (scopes: ResourceServer['scopes']): string =>
  JSON.stringify(scopes.map(({ name, description }) => ({ name, description })))
export const readScopes = (text: string): ResourceServer['scopes'] => scopesSchema.parse(JSON.parse(text))

export const writePasswordPolicy = (policy: PasswordPolicy): string => JSON.stringify(policy)
export const readPasswordPolicy = (text: string): PasswordPolicy => passwordPolicySchema.parse(JSON.parse(text))

export const writeTestContent = ({ before, request, caller, expect }: SavedTest): string =>
  JSON.stringify({ before, request, caller, expect })
export const readTestContent = (text: string): TestContent => testContentSchema.parse(JSON.parse(text))
