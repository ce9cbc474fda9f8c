import type { z } from 'zod'
import { deepEqual } from '../document/deep-equal'
import type { ImportRows } from '../document/import-rows'
import { isObject, setMember } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'

/**
 * What becomes of a field: `enforced` decides requests, `descriptive` is kept and shown, `readOnly`
 * is AWS's own bookkeeping, accepted and not kept, `unsupported` is refused unless it has the value
 * that AWS gives it by default.
 */
export type Treatment = 'enforced' | 'descriptive' | 'readOnly' | 'unsupported'

/** Where the reader puts what it finds besides the data. */
export interface Reading {
  readonly problems: Problems
  readonly rows: ImportRows
}

export interface Field<T> {
  readonly treatment: Treatment
  readonly why: string
  readonly required: boolean
  read(value: unknown, pointer: string, reading: Reading): T | undefined
}

export type Shape = Readonly<Record<string, Field<unknown>>>
export type ShapeOf<S> = { readonly [K in keyof S]?: S[K] extends Field<infer T> ? T : never }

function parsed<T extends z.ZodType>(treatment: Treatment, required: boolean, why: string, schema: T): Field<z.output<T>> {
  return {
    treatment,
    why,
    required,
    read(value, pointer, { problems }) {
      const result = schema.safeParse(value)
      if (result.success) return result.data
      problems.addZod(pointer, result.error)
      return undefined
    },
  }
}

export const enforced = <T extends z.ZodType>(why: string, schema: T) => parsed('enforced', false, why, schema)
export const descriptive = <T extends z.ZodType>(why: string, schema: T) => parsed('descriptive', false, why, schema)
/** The field that names the object; always required. */
export const key = <T extends z.ZodType>(why: string, schema: T) => parsed('enforced', true, why, schema)

export function readOnly(why: string): Field<never> {
  return { treatment: 'readOnly', why, required: false, read: () => undefined }
}

/** `defaults`: values that AWS writes where nothing was set; empty values always count as such. */
export function unsupported(why: string, ...defaults: readonly unknown[]): Field<never> {
  return {
    treatment: 'unsupported',
    why,
    required: false,
    read(value, pointer, { problems }) {
      if (!isEmpty(value) && !defaults.some((item) => deepEqual(item, value))) problems.notSupported(pointer, why)
      return undefined
    },
  }
}

/** Like `unsupported`, with a predicate that tells AWS's default. */
export function unsupportedUnless(why: string, isDefault: (value: unknown) => boolean): Field<never> {
  return {
    treatment: 'unsupported',
    why,
    required: false,
    read(value, pointer, { problems }) {
      if (!isEmpty(value) && !isDefault(value)) problems.notSupported(pointer, why)
      return undefined
    },
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
}

export function object<S extends Shape>(why: string, shape: S, name: string): Field<ShapeOf<S>> {
  return { treatment: 'enforced', why, required: false, read: (value, pointer, reading) => readShape(shape, name, value, pointer, reading) }
}

/** A list of objects; `keyOf` names the field that must be unique in it. Positions are kept. */
export function listOf<S extends Shape>(
  why: string,
  shape: S,
  name: string,
  keyOf: (item: ShapeOf<S>) => string | undefined,
): Field<readonly ShapeOf<S>[]> {
  return {
    treatment: 'enforced',
    why,
    required: false,
    read(value, pointer, reading) {
      if (!Array.isArray(value)) {
        reading.problems.error(pointer, 'invalid_type', 'Expected a list.')
        return undefined
      }
      const seen = new Set<string>()
      return value.map((item, index) => {
        const at = pointerTo(pointer, index)
        const read = readShape(shape, name, item, at, reading)
        const id = keyOf(read)
        if (id !== undefined && seen.has(id)) reading.problems.error(at, 'duplicate_key', `${id} stands here twice.`)
        if (id !== undefined) seen.add(id)
        return read
      })
    },
  }
}

/** Reads one object by its table; what is wrong goes to `reading`, and what could be read comes back. */
export function readShape<S extends Shape>(shape: S, name: string, value: unknown, pointer: string, reading: Reading): ShapeOf<S> {
  const result: Record<string, unknown> = {}
  if (!isObject(value)) {
    reading.problems.error(pointer, 'invalid_type', 'Expected an object.')
    return result as ShapeOf<S>
  }
  for (const [field, item] of Object.entries(value)) {
    const at = pointerTo(pointer, field)
    const entry = Object.hasOwn(shape, field) ? shape[field] : undefined
    if (!entry) {
      reading.problems.error(at, 'unknown_field', `${name} has no field ${field}.`)
      continue
    }
    addRow(entry, `${name}: ${field}`, at, reading)
    const read = item === undefined ? undefined : entry.read(item, at, reading)
    if (read !== undefined) setMember(result, field, read)
  }
  for (const [field, entry] of Object.entries(shape)) {
    if (entry.required && !Object.hasOwn(value, field))
      reading.problems.error(pointerTo(pointer, field), 'required', `${field} is missing.`)
  }
  return result as ShapeOf<S>
}

function addRow(field: Field<unknown>, what: string, pointer: string, reading: Reading): void {
  if (field.treatment === 'unsupported') return
  const treatment = field.treatment === 'enforced' ? 'enforced' : 'descriptive'
  reading.rows.add({ pointer, what, treatment, why: field.why })
}

/** Also takes null, which clears the stored value. */
export function nullable<T>(field: Field<T>): Field<T | null> {
  return { ...field, read: (value, pointer, reading) => (value === null ? null : field.read(value, pointer, reading)) }
}
