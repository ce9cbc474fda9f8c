import { toJsonText } from '../document/json-value'
import type { DeriveContext } from './derive-api'
import { type EditResult, editDefinition, objectAt } from './edit-definition'

/** Returns the text of a definition without routes. */
export function emptyDefinition({ name }: { readonly name: string; readonly protocol: 'REST' | 'HTTP' }): string {
  return toJsonText({ openapi: '3.0.1', info: { title: name, version: '1.0' }, paths: {}, components: { securitySchemes: {} } })
}

/** Gives an API another name, which is its document's title. */
export function renameDefinition(definition: string, context: DeriveContext, name: string): EditResult {
  return editDefinition(definition, context, (root) => {
    objectAt(root, 'info').title = name
    return null
  })
}
