import { deriveApi, parseWorkspace, readDocument } from '../../domain'
import type { ImportReport, ImportRow } from '../../domain/console-api'
import { isObject } from '../../domain/document/json-value'
import type { Issue } from '../../domain/errors'

export interface ImportSource {
  readonly text: string
  /** The API to replace; a new one of this id otherwise. */
  readonly apiId: string
  readonly account: string
  readonly region: string
  /** Of the API that is replaced; null for a new one. */
  readonly protocol: 'REST' | 'HTTP' | null
}

/** What a text turned out to be, as a workspace document that can be laid over the world. */
export interface ReadImport {
  readonly kind: ImportReport['kind']
  readonly title: string
  readonly document: unknown
  readonly rows: readonly ImportRow[]
  readonly issues: readonly Issue[]
  /** In front of every issue's pointer when the document is applied; not part of the text. */
  readonly strip: string
}

const IAM_LISTS = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies']

/** Tells an OpenAPI definition, IAM account details and a workspace apart by their own fields; null for anything else. */
export function readImport(source: ImportSource): ReadImport | { readonly kind: null; readonly issues: readonly Issue[] } {
  const read = readDocument(source.text)
  if (!read.ok) return { kind: null, issues: read.issues }
  const value = read.value
  if (isObject(value) && Object.hasOwn(value, 'gatehouse')) return readWorkspace(value)
  if (isObject(value) && (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger'))) return readOpenApi(value, source)
  if (isObject(value) && IAM_LISTS.some((list) => Object.hasOwn(value, list))) return readAccountDetails(value, source)
  const message = 'This is no OpenAPI definition, no output of `aws iam get-account-authorization-details` and no workspace document.'
  return { kind: null, issues: [{ pointer: '', code: 'unknown_document', severity: 'error', message }] }
}

function readWorkspace(value: Readonly<Record<string, unknown>>): ReadImport {
  const parsed = parseWorkspace(value)
  return { kind: 'workspace', title: 'Workspace', document: value, rows: parsed.rows, issues: parsed.ok ? [] : parsed.issues, strip: '' }
}

function readAccountDetails(value: Readonly<Record<string, unknown>>, { account }: ImportSource): ReadImport {
  const document = { gatehouse: 1, accounts: [{ id: account, iam: value }] }
  const parsed = parseWorkspace(document)
  const strip = '/accounts/0/iam'
  return {
    kind: 'iamAccountDetails',
    title: `IAM of account ${account}`,
    document,
    rows: parsed.rows.map((row) => ({ ...row, pointer: withoutPrefix(row.pointer, strip) })),
    issues: parsed.ok ? [] : parsed.issues.map((issue) => ({ ...issue, pointer: withoutPrefix(issue.pointer, strip) })),
    strip,
  }
}

function readOpenApi(
  value: Readonly<Record<string, unknown>>,
  { text, apiId, account, region, protocol: known }: ImportSource,
): ReadImport {
  const protocol = known ?? (isHttpApi(value) ? 'HTTP' : 'REST')
  const derived = deriveApi(value, { protocol })
  const stage = { name: protocol === 'HTTP' ? '$default' : 'prod', variables: {} }
  const fresh = known === null ? { account, region, protocol, endpoint: { type: 'REGIONAL' }, stages: [stage] } : {}
  return {
    kind: 'openapi',
    title: derived.ok ? derived.name : 'OpenAPI definition',
    document: { gatehouse: 1, apis: [{ id: apiId, ...fresh, definition: text }] },
    rows: derived.rows,
    issues: derived.ok ? derived.warnings : derived.issues,
    strip: '/apis/0/definition',
  }
}

/** Extensions that only HTTP APIs write. Source: API Gateway developer guide, OpenAPI extensions. */
function isHttpApi(value: Readonly<Record<string, unknown>>): boolean {
  const marks = ['x-amazon-apigateway-cors', 'x-amazon-apigateway-importexport-version']
  if (marks.some((mark) => Object.hasOwn(value, mark))) return true
  return isObject(value.paths) && Object.hasOwn(value.paths, '/$default')
}

function withoutPrefix(pointer: string, prefix: string): string {
  return pointer.startsWith(prefix) ? pointer.slice(prefix.length) : pointer
}
