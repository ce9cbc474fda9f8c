import type { ImportRow } from '../console-api'
import type { DerivedApi } from '../derived-api'
import { ImportRows } from '../document/import-rows'
import { isObject, member, setMember, toJsonText } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import { policyTextOf } from '../document/policy-text'
import { Problems } from '../document/problems'
import type { Issue } from '../errors'
import type { Reading } from '../workspace/shape'
import { checkFields } from './check-fields'
import { COMPONENT_FIELDS, ENDPOINT_FIELDS, ROOT_FIELDS } from './field-tables'
import { type OpenApiObject, type OpenedDefinition, openDefinition } from './open-definition'
import { readRoutes } from './read-routes'
import { readSchemes } from './read-schemes'

export interface DeriveContext {
  readonly protocol: 'REST' | 'HTTP'
}

export interface Derivation {
  readonly ok: true
  readonly derived: DerivedApi
  /** `info.title`. */
  readonly name: string
  /** The document as indented JSON without `x-amazon-apigateway-policy`. */
  readonly definition: string
  /** The resource policy that was taken out, as text; null when there was none. */
  readonly policy: string | null
  /** Enforced and descriptive parts. */
  readonly rows: readonly ImportRow[]
  readonly warnings: readonly Issue[]
  /** Pointers of the security schemes' authorizers and of the operations, by `authorizer NAME` and route key. */
  readonly pointers: ReadonlyMap<string, string>
}

export type DeriveResult =
  | Derivation
  /** `rows` holds the refused parts too. */
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly rows: readonly ImportRow[] }

/**
 * Reads out of an OpenAPI document what the gateway enforces. A part that cannot be enforced refuses
 * the document; nothing is opened for want of understanding. Pointers are relative to the document.
 */
export function deriveApi(definition: string | OpenApiObject, context: DeriveContext): DeriveResult {
  const opened = openDefinition(definition)
  if (!opened.ok) return { ok: false, issues: opened.issues, rows: opened.issues.map(refusedRow) }
  const reading: Reading = { problems: new Problems(), rows: new ImportRows() }
  const { root } = opened.value
  checkFields(ROOT_FIELDS, 'Document', root, '', reading)
  checkRoot(opened.value, reading)
  const name = readTitle(root, reading)
  const policy = readPolicy(root, context, reading)
  const schemes = readSchemes(opened.value, context.protocol, reading)
  const routes = readRoutes(root, { protocol: context.protocol, schemes, reading })
  const { errors, warnings } = reading.problems
  if (errors.length > 0) return { ok: false, issues: reading.problems.all, rows: [...reading.rows.list, ...errors.map(refusedRow)] }
  const authorizers = [...schemes.values()].flatMap((scheme) => (scheme.kind === 'authorizer' ? [scheme.spec] : []))
  const pointers = new Map(routes.map((route) => [route.spec.key, route.pointer]))
  const schemesAt = opened.value.version === 'swagger2' ? '/securityDefinitions' : '/components/securitySchemes'
  for (const spec of authorizers) pointers.set(`authorizer ${spec.name}`, pointerTo(schemesAt, spec.name, 'x-amazon-apigateway-authorizer'))
  const derived = { routes: routes.map((route) => route.spec), authorizers }
  return { ok: true, derived, name, definition: toJsonText(withoutPolicy(root)), policy, rows: reading.rows.list, warnings, pointers }
}

function refusedRow(issue: Issue): ImportRow {
  return { pointer: issue.pointer, what: issue.pointer || 'Document', treatment: 'refused', why: issue.message }
}

function withoutPolicy(root: OpenApiObject): OpenApiObject {
  const rest = {}
  for (const [name, value] of Object.entries(root)) if (name !== 'x-amazon-apigateway-policy') setMember(rest, name, value)
  return rest
}

function readTitle(root: OpenApiObject, { problems }: Reading): string {
  const title = member(member(root, 'info'), 'title')
  if (typeof title === 'string' && title.trim() !== '' && title.length <= 1024) return title
  problems.error('/info/title', 'required', 'info.title names the API: 1 to 1024 characters.')
  return ''
}

function readPolicy(root: OpenApiObject, { protocol }: DeriveContext, { problems, rows }: Reading): string | null {
  const pointer = '/x-amazon-apigateway-policy'
  const value = member(root, 'x-amazon-apigateway-policy')
  if (value === undefined || value === null) return null
  const text = policyTextOf(value)
  if (protocol === 'HTTP') problems.notSupported(pointer, 'HTTP APIs have no resource policy.')
  else if (text === null) problems.error(pointer, 'invalid_type', 'A policy is an object or JSON text.')
  else rows.add({ pointer, what: 'Resource policy', treatment: 'enforced', why: 'Evaluated for each request.' })
  return text
}

function checkRoot({ root, version }: OpenedDefinition, reading: Reading): void {
  const components = member(root, 'components')
  if (version === 'openapi3' && components !== undefined) checkFields(COMPONENT_FIELDS, 'Components', components, '/components', reading)
  const endpoint = 'x-amazon-apigateway-endpoint-configuration'
  const own = member(root, endpoint)
  if (own !== undefined) checkFields(ENDPOINT_FIELDS, 'Endpoint configuration', own, pointerTo('', endpoint), reading)
  const servers = member(root, 'servers')
  if (!Array.isArray(servers)) return
  servers.forEach((server: unknown, index) => {
    const at = pointerTo('/servers', index, endpoint)
    const configuration = isObject(server) ? member(server, endpoint) : undefined
    if (configuration !== undefined) checkFields(ENDPOINT_FIELDS, 'Endpoint configuration', configuration, at, reading)
  })
}
