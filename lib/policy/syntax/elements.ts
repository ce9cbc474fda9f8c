import { type Reporter, replaceWith } from '../finding/reporter'
import type { JsonNode, JsonObject, JsonString } from '../json/node'
import { childPointer } from '../json/pointer'
import type { PolicyKind } from '../types'
import type { PolicyVersion, Text } from './document'

/** What every element reader needs besides its own node. */
export interface ElementContext {
  readonly kind: PolicyKind
  readonly reporter: Reporter
  /** What counts: version 2008-10-17 has no policy variables. */
  readonly version: PolicyVersion
}

/** A named element of the policy with its value. */
export interface Element {
  readonly key: JsonString
  readonly node: JsonNode
  readonly pointer: string
}

/** The members of an object by name; names that are not allowed are reported. */
export function readElements(
  object: JsonObject,
  pointer: string,
  allowed: readonly string[],
  context: ElementContext,
): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>()
  for (const { key, value } of object.members) {
    const place = { range: key.range, pointer: childPointer(pointer, key.value) }
    if (allowed.includes(key.value)) {
      elements.set(key.value, { key, node: value, pointer: place.pointer })
      continue
    }
    const right = allowed.find((name) => name.toLowerCase() === key.value.trim().toLowerCase())
    if (right === undefined) {
      context.reporter.add('INVALID_POLICY_ELEMENT', place, `${quote(key.value)} is not a policy element here.`)
    } else {
      const message = `Element names are case-sensitive: write ${right}, not ${quote(key.value)}.`
      context.reporter.add('INVALID_POLICY_ELEMENT', place, message, replaceWith(key.range, quote(right)))
    }
  }
  return elements
}

export function textOf(node: JsonString, pointer: string): Text {
  return { value: node.value, range: node.range, pointer }
}

/** A string, or null after a finding. */
export function readText({ node, pointer }: Pick<Element, 'node' | 'pointer'>, name: string, context: ElementContext): Text | null {
  if (node.type === 'string') return textOf(node, pointer)
  context.reporter.add('DATA_TYPE_MISMATCH', { range: node.range, pointer }, `${name} must be a string, not ${typeName(node)}.`)
  return null
}

/** The strings of an element that is one string or a list of them. */
export function readTexts({ node, pointer }: Pick<Element, 'node' | 'pointer'>, name: string, context: ElementContext): readonly Text[] {
  if (node.type === 'string') return [textOf(node, pointer)]
  if (node.type !== 'array') {
    const message = `${name} must be a string or a list of strings, not ${typeName(node)}.`
    context.reporter.add('DATA_TYPE_MISMATCH', { range: node.range, pointer }, message)
    return []
  }
  return node.items
    .map((item, index) => readText({ node: item, pointer: childPointer(pointer, index) }, `Each value of ${name}`, context))
    .filter((text) => text !== null)
}

export function typeName(node: JsonNode): string {
  return { object: 'an object', array: 'a list', string: 'a string', number: 'a number', boolean: 'a boolean', null: 'null' }[node.type]
}

/** A value for a message: quoted, and cut when it is long. */
export function quote(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value)
}
