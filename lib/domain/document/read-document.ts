import { isAlias, parseDocument, visit } from 'yaml'
import { pointerAt, readJson, toPlain } from '../../policy'
import type { Issue } from '../errors'
import { Problems } from './problems'

export type ReadResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issues: readonly Issue[] }

const JSON_DEPTH_MAX = 128

/**
 * Reads JSON (text that begins with a brace or bracket) or YAML into plain data. YAML is 1.2 core,
 * without aliases; a repeated key is refused in both.
 */
export function readDocument(text: string): ReadResult {
  return /^[\s\uFEFF]*[{[]/.test(text) ? readJsonDocument(text) : readYamlDocument(text)
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
    logLevel: 'silent',
  })
  for (const fault of [...document.errors, ...document.warnings]) {
    const [start, end] = fault.pos
    problems.error('', fault.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'syntax', fault.message, { start, end })
  }
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      const [start, end] = node.range ?? [0, 0]
      problems.error('', 'alias', 'Aliases are not allowed: write the value out.', { start, end })
    }
  })
  if (problems.errors.length > 0) return { ok: false, issues: problems.errors }
  return { ok: true, value: document.toJS({ maxAliasCount: 0 }) }
}
