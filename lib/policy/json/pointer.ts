import type { JsonNode } from './node'

/** The pointer one step below `parent`. Source: RFC 6901. */
export function childPointer(parent: string, step: string | number): string {
  return `${parent}/${typeof step === 'number' ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The JSON pointer of a path of keys and indexes; '' for the whole document. Source: RFC 6901. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.reduce<string>(childPointer, '')
}

/** The node a pointer names, or null. Of repeated keys the last. */
export function findNode(root: JsonNode, pointer: string): JsonNode | null {
  if (pointer === '') return root
  let node: JsonNode | undefined = root
  for (const raw of pointer.slice(1).split('/')) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~')
    if (node?.type === 'object') node = node.members.findLast((member) => member.key.value === step)?.value
    else if (node?.type === 'array' && /^(0|[1-9][0-9]*)$/.test(step)) node = node.items[Number(step)]
    else return null
  }
  return node ?? null
}

/** The pointer of the innermost value or key around an offset, or null when it is outside the root. */
export function pointerAt(root: JsonNode, offset: number): string | null {
  if (offset < root.range.start || offset > root.range.end) return null
  let node: JsonNode = root
  let pointer = ''
  for (;;) {
    const step: { name: string | number; node: JsonNode } | null = stepTo(node, offset)
    if (step === null) return pointer
    pointer = childPointer(pointer, step.name)
    node = step.node
  }
}

function stepTo(node: JsonNode, offset: number): { name: string | number; node: JsonNode } | null {
  if (node.type === 'object') {
    const member = node.members.find(({ key, value }) => offset >= key.range.start && offset <= value.range.end)
    return member === undefined ? null : { name: member.key.value, node: member.value }
  }
  if (node.type === 'array') {
    const index = node.items.findIndex(({ range }) => offset >= range.start && offset <= range.end)
    const item = node.items[index]
    return item === undefined ? null : { name: index, node: item }
  }
  return null
}
