import { deriveApi } from '../../domain'
import type { DerivedApi } from '../../domain/derived-api'

interface DefinitionRow {
  readonly id: string
  readonly protocol: 'REST' | 'HTTP'
  readonly definition: string
  readonly definitionSha256: string
}

/**
 * What stored definitions mean, kept per API until its definition changes. An API that did not change is the
 * very same object from one load to the next, which a snapshot can tell.
 */
export class DerivedApiCache {
  readonly #entries = new Map<string, { readonly hash: string; readonly derived: DerivedApi }>()

  get(row: DefinitionRow): DerivedApi {
    const hash = `${row.protocol} ${row.definitionSha256}`
    const known = this.#entries.get(row.id)
    if (known?.hash === hash) return known.derived
    const derived = derive(row)
    this.#entries.set(row.id, { hash, derived })
    return derived
  }

  /** Forgets the APIs that are gone. */
  keepOnly(ids: readonly string[]): void {
    const kept = new Set(ids)
    for (const id of this.#entries.keys()) if (!kept.has(id)) this.#entries.delete(id)
  }
}

/** @throws Error for a stored definition that this version refuses: nothing of it may be enforced by half. */
function derive({ id, protocol, definition }: DefinitionRow): DerivedApi {
  const result = deriveApi(definition, { protocol })
  if (result.ok) return result.derived
  const first = result.issues.find((issue) => issue.severity === 'error') ?? result.issues[0]
  throw new Error(`The stored definition of API ${id} is refused at ${first?.pointer ?? '/'}: ${first?.message ?? 'unreadable'}`)
}
