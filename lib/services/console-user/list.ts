import { z } from 'zod'
import type { ConsoleUserView } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { toConsoleUserView } from './to-view'

export const listConsoleUsers = defineVerb({
  role: 'admin',
  summary: 'List the users of the console',
  input: z.object({}),
  async run({ ports }): Promise<{ items: readonly ConsoleUserView[] }> {
    return { items: (await ports.accounts.listUsers()).map(toConsoleUserView) }
  },
})
