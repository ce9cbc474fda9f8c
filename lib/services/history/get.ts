import { z } from 'zod'
import type { HistoryEntry } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { objectKindSchema } from '../world/object-kind-schema'

export const getHistory = defineVerb({
  role: 'viewer',
  summary: 'Versions of one object, newest first, each with a text diff; secrets are left out',
  input: z.object({ kind: objectKindSchema, key: z.string().min(1).max(2048) }),
  async run({ ports }, { kind, key }): Promise<{ items: readonly HistoryEntry[] }> {
    return { items: await ports.config.history(kind, key) }
  },
})
