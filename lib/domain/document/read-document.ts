import { isAlias, parseDocument, visit, type YAMLParseError, type YAMLWarning } from 'yaml'
import { pointerAt, readJson, toPlain } from '../../policy'
import type { Issue } from '../errors'
import { Problems } from './problems'
import { findUnstorableText } from './unstorable-text'

export type ReadResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issues: readonly Issue[] }

const JSON_DEPTH_MAX = 128

/**
 * Reads JSON (text that begins with a brace or bracket) or YAML into plain data. YAML is 1.2 core,
 * without aliases; a repeated key is refused in both.
 */
export function readDocument(text: string): ReadResult {
  const read = /^[\s\uFEFF]*[{[]/.test(text) ? readJsonDocument(text) : readYamlDocument(text)
  return read.ok ? checkData(read.value) : read
}

/** As `readDocument`, of plain data that somebody else parsed. */
export function checkData(value: unknown): ReadResult {
  const problems = new Problems()
  findUnstorableText(value, problems)
  return problems.errors.length > 0 ? { ok: false, issues: problems.errors } : { ok: true, value }
}

function readJsonDocument(text: string): ReadResult {
  const { root, problems } = readJson(text, JSON_DEPTH_MAX)
  if (root && problems.length === 0) return { ok: true, value: toPlain(root) }
  const found = new Problems()
  for (const { code, message, range } of problems) {
    const pointer = (root && pointerAt(root, range.start)) ?? ''
    found.error(pointer, code === 'duplicateKey' ? 'duplicate_key' : 'syntax', message, range)
  }
  return { ok: false, issues: found.errors }
}

function readYamlDocument(text: string): ReadResult {
  const problems = new Problems()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    strict: true,
    merge: false,
    prettyErrors: false,
    stringKeys: true,
    // Anything quieter takes the first of several documents and passes over the rest.
    logLevel: 'error',
  })
  const faults = [...document.errors, ...document.warnings]
  // The parser is recursive, and tells where it gave up as often as it did.
  const tooDeep = faults.find((fault) => fault.code === 'RESOURCE_EXHAUSTION')
  if (tooDeep) return { ok: false, issues: [yamlIssue(tooDeep, 'The document is nested too deeply.')] }
  for (const fault of faults) problems.add(yamlIssue(fault, fault.message))
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      const [start, end] = node.range ?? [0, 0]
      problems.error('', 'alias', 'Aliases are not allowed: write the value out.', { start, end })
    }
  })
  if (problems.errors.length > 0) return { ok: false, issues: problems.errors }
  return { ok: true, value: document.toJS({ maxAliasCount: 0 }) }
}

function yamlIssue({ code, pos: [start, end] }: YAMLParseError | YAMLWarning, message: string): Issue {
  return { pointer: '', code: code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'syntax', severity: 'error', message, range: { start, end } }
}
