import { z } from 'zod'
import type { ApiTokenView } from '../../domain/console-api'
import { defineVerb } from '../verb'

export const listApiTokens = defineVerb({
  role: 'admin',
  summary: 'List the API tokens; their values are not kept',
  input: z.object({}),
  async run({ ports }): Promise<{ items: readonly ApiTokenView[] }> {
    return { items: await ports.accounts.listTokens() }
  },
})
