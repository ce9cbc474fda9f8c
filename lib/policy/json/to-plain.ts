import type { JsonNode } from './node'

export type PlainJson = string | number | boolean | null | readonly PlainJson[] | { readonly [key: string]: PlainJson }

/** The plain value of a node: objects have no prototype, the last of repeated keys wins. */
export function toPlain(node: JsonNode): PlainJson {
  switch (node.type) {
    case 'null':
      return null
    case 'array':
      return node.items.map(toPlain)
    case 'object': {
      const plain: { [key: string]: PlainJson } = Object.create(null)
      for (const { key, value } of node.members) plain[key.value] = toPlain(value)
      return plain
    }
    default:
      return node.value
  }
}
