import { findNode, type JsonNode, readJson, type TextRange } from '@/lib/policy'

/** Where a statement stands in a policy's text, by its Sid or by its 0-based place; null when it is not there. */
export function statementRange(text: string, sidOrIndex: string): TextRange | null {
  const { root } = readJson(text)
  const found = root ? findNode(root, '/Statement') : null
  if (!found) return null
  const statements: readonly JsonNode[] = found.type === 'array' ? found.items : [found]
  const named = statements.find((statement) => sidOf(statement) === sidOrIndex)
  const counted = /^\d+$/.test(sidOrIndex) ? statements[Number(sidOrIndex)] : undefined
  return (named ?? counted)?.range ?? null
}

function sidOf(statement: JsonNode): string | null {
  const sid = findNode(statement, '/Sid')
  return sid?.type === 'string' ? sid.value : null
}
