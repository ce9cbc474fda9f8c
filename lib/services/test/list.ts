import { z } from 'zod'
import type { SavedTest } from '../../domain/world'
import { defineVerb } from '../verb'

export const listTests = defineVerb({
  role: 'viewer',
  summary: 'List the saved requests with their expected decisions',
  input: z.object({}),
  async run({ ports }): Promise<{ items: readonly SavedTest[] }> {
    return { items: ports.enforcedWorld().tests }
  },
})
