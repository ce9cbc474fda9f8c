import type { AccountStore } from '../../services/ports'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'
import { createApiTokens } from './api-tokens'
import { createConsoleUsers } from './console-users'
import { createSessions } from './sessions'
import { createSetupLinks } from './setup-links'

/** Console users, sessions, tokens, set-up links and audit rows. Nothing is cached: a revocation holds from the next call on. */
export function createAccountStore(database: Database): AccountStore {
  return {
    ...createConsoleUsers(database),
    ...createSessions(database),
    ...createSetupLinks(database),
    ...createApiTokens(database),
    audit: ({ actor, action, object, revision }) =>
      inDatabase(async () => {
        await database.prisma.auditRow.create({ data: { actor, action, object, revision } })
      }),
  }
}
