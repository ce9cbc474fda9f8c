import { z } from 'zod'
import { ERRORS } from '../domain/errors'
import { HTTP_TABLE, type HttpRow } from './http-table'
import type { Verb } from './verb'
import { verbs } from './verbs'

type JsonSchema = Readonly<Record<string, unknown>>

const DOCUMENT_VERBS: ReadonlySet<string> = new Set(['replaceWorkspace', 'mergeWorkspace'])

/** Returns the OpenAPI 3.1 description of /api/v1, made of the verbs' own input schemas. */
export function describeApi(publicUrl: string): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const row of HTTP_TABLE) {
    paths[row.path] ??= {}
    paths[row.path]![row.method] = describeOperation(row)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gatehouse management API', version: '1' },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'gatehouse',
          description: 'The console session; writes need the console as origin.',
        },
      },
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: { description: 'RFC 9457 problem', content: { 'application/problem+json': { schema: ref('schemas/Problem') } } },
      },
    },
  }
}

const PROBLEM: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors', 'total'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(ERRORS) },
    detail: { type: 'string' },
    instance: { type: 'string' },
    total: { type: 'integer' },
    diff: { type: 'string' },
    errors: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        required: ['pointer', 'code', 'severity', 'message'],
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string' },
          severity: { enum: ['error', 'security', 'warning', 'suggestion'] },
          message: { type: 'string' },
          range: { type: 'object', properties: { start: { type: 'integer' }, end: { type: 'integer' } } },
        },
      },
    },
  },
}

function describeOperation({ method, path, verb: name }: HttpRow): JsonSchema {
  const verb: Verb<unknown> = verbs[name]
  const input = flatten(toSchema(verb.input))
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const rest = Object.keys(input.properties).filter((field) => !inPath.includes(field))
  const isDocument = DOCUMENT_VERBS.has(name)
  const inQuery = method === 'get' ? rest : isDocument ? ['dryRun'] : []
  const inBody = method === 'get' || isDocument ? [] : rest
  return {
    operationId: name,
    summary: verb.summary,
    description: `Needs the role ${verb.role}.`,
    parameters: [
      ...inPath.map((field) => ({ name: field, in: 'path', required: true, schema: input.properties[field] ?? { type: 'string' } })),
      ...inQuery.map((field) => ({ name: field, in: 'query', required: input.required.includes(field), schema: input.properties[field] })),
      ...(method === 'get' ? [] : [{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }]),
    ],
    ...(isDocument ? { requestBody: DOCUMENT_BODY } : inBody.length > 0 ? { requestBody: describeBody(input, inBody) } : {}),
    responses: { '200': { description: 'Done', content: { 'application/json': {} } }, default: ref('responses/Problem') },
  }
}

const DOCUMENT_BODY: JsonSchema = {
  required: true,
  description: 'A workspace document.',
  content: { 'application/json': { schema: { type: 'object' } }, 'application/yaml': { schema: { type: 'string' } } },
}

interface Fields {
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
  /** Alternatives of a union, without the fields that all have. */
  readonly schema: JsonSchema
}

function describeBody(input: Fields, fields: readonly string[]): JsonSchema {
  const properties = Object.fromEntries(fields.map((field) => [field, input.properties[field]]))
  const required = input.required.filter((field) => fields.includes(field))
  return { required: required.length > 0, content: { 'application/json': { schema: { type: 'object', properties, required } } } }
}

function toSchema(input: z.ZodType): JsonSchema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as JsonSchema
}

/** Top-level fields of an object schema, also of an intersection with a union: then each field that any alternative has. */
function flatten(schema: JsonSchema): Fields {
  const parts = [schema, ...listOf(schema.allOf)].flatMap((part) => [part, ...listOf(part.anyOf), ...listOf(part.oneOf)])
  const properties: Record<string, JsonSchema> = {}
  for (const part of parts) Object.assign(properties, part.properties)
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? (part.required as string[]) : []))
  const everywhere = required.filter((field) => parts.every((part) => !isAlternativeWithout(part, field)))
  return { properties, required: [...new Set(everywhere)], schema }
}

function isAlternativeWithout(part: JsonSchema, field: string): boolean {
  return (
    typeof part.properties === 'object' && part.properties !== null && 'type' in part.properties && !Object.hasOwn(part.properties, field)
  )
}

function listOf(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? (value as JsonSchema[]) : []
}

function ref(to: string): JsonSchema {
  return { $ref: `#/components/${to}` }
}
