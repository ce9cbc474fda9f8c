import type { FindingId } from '../finding/catalogue'
import type { ListElement, Text } from './document'
import { type Element, type ElementContext, readTexts } from './elements'

/** Reads Action, NotAction, Resource or NotResource and checks each value. */
export function readListElement(
  element: Element,
  context: ElementContext,
  emptyId: FindingId,
  check: (value: Text, context: ElementContext) => void,
): ListElement {
  const name = element.key.value
  const { node, pointer } = element
  const values = readTexts(element, name, context)
  if (node.type === 'array' && node.items.length === 0) {
    context.reporter.add(emptyId, { range: node.range, pointer }, `${name} is empty, so the statement has no effect.`)
  }
  for (const value of values) check(value, context)
  return { name, negated: name.startsWith('Not'), keyRange: element.key.range, range: node.range, pointer, values }
}
