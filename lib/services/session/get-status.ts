import { z } from 'zod'
import type { StatusView } from '../../domain/console-api'
import { defineVerb } from '../verb'

/** Answers which revision this node enforces. Reads memory only, so that it works while the database is down. */
export const getStatus = defineVerb({
  role: 'viewer',
  summary: 'Revision that this node enforces, and whether the database answers',
  input: z.object({}),
  async run({ ports }): Promise<StatusView> {
    const enforced = ports.enforced()
    return {
      revision: ports.enforcedWorld().revision,
      enforcedRevision: enforced.revision,
      enforcedAt: new Date(enforced.atMs).toISOString(),
      database: enforced.databaseUp ? 'up' : 'down',
    }
  },
})
