import { type CompiledPolicy, compilePolicy } from '../../policy'
import type { PolicySlot } from '../snapshot'

export type CompileOptions = Parameters<typeof compilePolicy>[1]

/** A compiled policy, or the first thing that keeps it from being enforced. */
export function compileSlot(text: string, options: CompileOptions): PolicySlot {
  const result = compilePolicy(text, options)
  if (result.ok) return { ok: true, policy: result.policy }
  return { ok: false, name: options.source.name, problem: lowerFirst(result.findings[0]?.message ?? 'it is no policy') }
}

/** Compiles each text once and takes over what the previous snapshot compiled from the same text at the same place. */
export class PolicyMemo {
  readonly slots = new Map<string, PolicySlot>()
  readonly #previous: ReadonlyMap<string, PolicySlot>

  constructor(previous: ReadonlyMap<string, PolicySlot> | undefined) {
    this.#previous = previous ?? new Map()
  }

  compile(text: string, options: CompileOptions): PolicySlot {
    const key = JSON.stringify([options.kind, options.source.id, options.source.name, options.api ?? null, text])
    const slot = this.slots.get(key) ?? this.#previous.get(key) ?? compileSlot(text, options)
    this.slots.set(key, slot)
    return slot
  }
}

/** For a list of slots: the policies that stand and the first problem among them. */
export function collectSlots(slots: readonly PolicySlot[]): {
  readonly policies: readonly CompiledPolicy[]
  readonly problem: string | null
} {
  const broken = slots.find((slot) => !slot.ok)
  return {
    policies: slots.flatMap((slot) => (slot.ok ? [slot.policy] : [])),
    problem: broken && !broken.ok ? `${broken.name} (${broken.problem})` : null,
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}
