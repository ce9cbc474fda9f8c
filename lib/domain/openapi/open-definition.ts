import { isObject, member } from '../document/json-value'
import { readDocument } from '../document/read-document'
import type { Issue } from '../errors'

export type OpenApiObject = Readonly<Record<string, unknown>>

/** An OpenAPI document that was read but not yet checked. */
export interface OpenedDefinition {
  readonly root: OpenApiObject
  readonly version: 'swagger2' | 'openapi3'
}

export type OpenResult = { readonly ok: true; readonly value: OpenedDefinition } | { readonly ok: false; readonly issues: readonly Issue[] }

/** Reads an OpenAPI 3.0, 3.1 or Swagger 2.0 document, given as JSON or YAML text or as an object. */
export function openDefinition(definition: string | OpenApiObject): OpenResult {
  const read = typeof definition === 'string' ? readDocument(definition) : ({ ok: true, value: definition } as const)
  if (!read.ok) return read
  if (!isObject(read.value)) return refused('', 'invalid_type', 'An API definition is an object.')
  const root = read.value
  if (String(member(root, 'swagger')).match(/^2(\.0)?$/)) return { ok: true, value: { root, version: 'swagger2' } }
  const version = member(root, 'openapi')
  if (typeof version === 'string' && /^3\.[01]\.\d+$/.test(version)) return { ok: true, value: { root, version: 'openapi3' } }
  return refused('', 'not_supported', 'An API definition begins with openapi: 3.0.x or 3.1.x, or with swagger: "2.0".')
}

function refused(pointer: string, code: string, message: string): OpenResult {
  return { ok: false, issues: [{ pointer, code, severity: 'error', message }] }
}

/** Pointer tokens of the object that holds the security schemes. Source: OpenAPI 3.1 section 4.8.7, Swagger 2.0 securityDefinitions. */
export function schemesPath(version: OpenedDefinition['version']): readonly string[] {
  return version === 'swagger2' ? ['securityDefinitions'] : ['components', 'securitySchemes']
}
