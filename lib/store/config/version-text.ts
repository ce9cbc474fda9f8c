import type { ObjectChange } from '../../domain/workspace/plan-worlds'

/** Fields that never reach a version's text, wherever they stand: secrets, hashes, and what is derived from the rest. */
const LEFT_OUT = new Set(['secret', 'privateKeyPem', 'passwordHash', 'derived'])

/** Text of the object as it is after the change, without secrets; null for a deletion. */
export function versionText({ kind, after }: ObjectChange): string | null {
  if (after === null) return null
  return `${JSON.stringify(plain(kind === 'function' ? { ...after, environment: [...after.environment.keys()] } : after), null, 2)}\n`
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, item]) => [String(name), plain(item)]))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => (LEFT_OUT.has(name) ? [] : [[name, plain(item)]])))
}
