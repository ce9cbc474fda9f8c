import { isObject } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Reading, Shape } from '../workspace/shape'

/**
 * Checks each member of an OpenAPI object by its table. Extensions of other vendors are kept as they
 * are; an extension of API Gateway that the table does not name cannot be enforced, and a field that
 * OpenAPI does not know is refused, because a misspelt `security` would open a route.
 */
export function checkFields(table: Shape, label: string, value: unknown, pointer: string, reading: Reading): boolean {
  if (!isObject(value)) {
    reading.problems.error(pointer, 'invalid_type', `${label} is an object.`)
    return false
  }
  for (const [name, item] of Object.entries(value)) {
    const at = pointerTo(pointer, name)
    const field = Object.hasOwn(table, name) ? table[name] : undefined
    if (field) {
      field.read(item, at, reading)
      if (field.treatment === 'descriptive' || field.treatment === 'readOnly') {
        reading.rows.add({ pointer: at, what: `${label}: ${name}`, treatment: 'descriptive', why: field.why })
      }
    } else if (name.startsWith('x-amazon-apigateway-')) {
      reading.problems.notSupported(at, `${name} cannot be enforced here.`)
    } else if (name.startsWith('x-')) {
      reading.rows.add({
        pointer: at,
        what: `${label}: ${name}`,
        treatment: 'descriptive',
        why: 'An extension that API Gateway does not read.',
      })
    } else {
      reading.problems.error(at, 'unknown_field', `${label} has no field ${name}.`)
    }
  }
  return true
}
