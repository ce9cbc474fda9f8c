import { Reporter } from '../finding/reporter'
import type { JsonObject } from '../json/node'
import { childPointer } from '../json/pointer'
import { readJson } from '../json/read-json'
import type { PolicyKind } from '../types'
import { checkCharacters } from './characters'
import type { PolicyDocument, Statement } from './document'
import { type Element, type ElementContext, readElements, readText, typeName } from './elements'
import { checkSize } from './size'
import { parseStatement } from './statement'
import { parseVersion } from './version'

export interface ReadPolicy {
  /** Null when the text is not a JSON object. Otherwise everything that could be read of it. */
  readonly document: PolicyDocument | null
  readonly reporter: Reporter
}

/** Reads a policy's syntax and shape. */
export function readPolicy(text: string, kind: PolicyKind): ReadPolicy {
  const reporter = new Reporter()
  const { root, problems } = readJson(text)
  for (const { code, range, message } of problems) {
    reporter.add(code === 'duplicateKey' ? 'DUPLICATE_KEY' : 'JSON_SYNTAX_ERROR', { range, pointer: '' }, message)
  }
  if (root === null) return { document: null, reporter }
  if (root.type !== 'object') {
    const message = `A policy is a JSON object, not ${typeName(root)}.`
    reporter.add('DATA_TYPE_MISMATCH', { range: root.range, pointer: '' }, message)
    return { document: null, reporter }
  }
  checkSize(text, kind, root.range, reporter)
  checkCharacters(text, reporter)
  return { document: readDocument(root, kind, reporter), reporter }
}

function readDocument(root: JsonObject, kind: PolicyKind, reporter: Reporter): PolicyDocument {
  const first: ElementContext = { kind, reporter, version: '2012-10-17' }
  const elements = readElements(root, '', ['Version', 'Id', 'Statement'], first)
  const version = parseVersion(elements.get('Version') ?? null, root, first)
  const id = elements.get('Id')
  if (id !== undefined) readText(id, 'Id', first)
  const context = { ...first, version: version.version }
  return { range: root.range, ...version, statements: readStatements(elements.get('Statement') ?? null, root, context) }
}

function readStatements(element: Element | null, root: JsonObject, context: ElementContext): readonly Statement[] {
  if (element === null) {
    context.reporter.add('MISSING_STATEMENT', { range: root.range, pointer: '' }, 'The policy has no Statement.')
    return []
  }
  const { node, pointer } = element
  if (node.type === 'object') return [parseStatement(node, 0, pointer, context)]
  if (node.type !== 'array') {
    const message = `Statement must be an object or a list of objects, not ${typeName(node)}.`
    context.reporter.add('DATA_TYPE_MISMATCH', { range: node.range, pointer }, message)
    return []
  }
  if (node.items.length === 0) context.reporter.add('MISSING_STATEMENT', { range: node.range, pointer }, 'The policy has no statement.')
  return node.items.flatMap((item, index) => {
    const place = childPointer(pointer, index)
    if (item.type === 'object') return [parseStatement(item, index, place, context)]
    context.reporter.add('DATA_TYPE_MISMATCH', { range: item.range, pointer: place }, `A statement is an object, not ${typeName(item)}.`)
    return []
  })
}
