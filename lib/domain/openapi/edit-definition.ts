import { isObject, member, setMember, toJsonText } from '../document/json-value'
import type { Issue } from '../errors'
import { type DeriveContext, deriveApi } from './derive-api'
import { type OpenedDefinition, openDefinition } from './open-definition'

export type EditResult = { readonly ok: true; readonly definition: string } | { readonly ok: false; readonly issues: readonly Issue[] }
export type Editable = Record<string, unknown>

/**
 * Makes a copy of a definition, lets `edit` change it and returns its text, unless the result could not be
 * enforced. Whatever `edit` does not touch stays. `edit` returns an issue to refuse.
 */
export function editDefinition(
  definition: string,
  context: DeriveContext,
  edit: (root: Editable, opened: OpenedDefinition) => Issue | null,
): EditResult {
  const opened = openDefinition(definition)
  if (!opened.ok) return opened
  const root = mutableCopy(opened.value.root)
  const refused = edit(root, { ...opened.value, root })
  if (refused) return { ok: false, issues: [refused] }
  const text = toJsonText(root)
  const result = deriveApi(text, context)
  return result.ok ? { ok: true, definition: text } : { ok: false, issues: result.issues }
}

function mutableCopy(value: Readonly<Record<string, unknown>>): Editable {
  const copy: unknown = JSON.parse(JSON.stringify(value))
  return isObject(copy) ? copy : {}
}

/** Returns the own object at a key and puts an empty one there when there is none. */
export function objectAt(target: Editable, key: string): Editable {
  const found = member(target, key)
  if (isObject(found)) return found
  const fresh: Editable = {}
  setMember(target, key, fresh)
  return fresh
}

/** Sets, or with undefined removes, a member. */
export function put(target: Editable, key: string, value: unknown): void {
  if (value === undefined) delete target[key]
  else setMember(target, key, value)
}

export function refusal(code: string, message: string): Issue {
  return { pointer: '', code, severity: 'error', message }
}
