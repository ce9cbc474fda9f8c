import { randomUUID } from 'node:crypto'
import type { AccountStore, ConsoleUser } from '../../services/ports'
import type { Database, Transaction } from '../database'
import type { ConsoleUser as Row } from '../generated/client'
import { inDatabase } from '../prisma-errors'

type UserPart = Pick<AccountStore, 'countAdmins' | 'findUserByEmail' | 'findUser' | 'listUsers' | 'createUser' | 'updateUser'>

export function createConsoleUsers({ prisma }: Database): UserPart {
  return {
    countAdmins: () => inDatabase(() => prisma.consoleUser.count({ where: { role: 'admin', disabled: false } })),
    findUserByEmail: (email) =>
      inDatabase(async () => toUserOrNull(await prisma.consoleUser.findUnique({ where: { email: normalEmail(email) } }))),
    findUser: (id) => inDatabase(async () => toUserOrNull(await prisma.consoleUser.findUnique({ where: { id } }))),
    listUsers: () => inDatabase(async () => (await prisma.consoleUser.findMany({ orderBy: { email: 'asc' } })).map(toConsoleUser)),
    createUser: (user) => inDatabase(() => insertUser(prisma, user)),
    updateUser: (id, { name, role, passwordHash, disabled }) =>
      inDatabase(async () =>
        toConsoleUser(await prisma.consoleUser.update({ where: { id }, data: { name, role, passwordHash, disabled } })),
      ),
  }
}

export async function insertUser(tx: Transaction, user: Parameters<AccountStore['createUser']>[0]): Promise<ConsoleUser> {
  const { name, role, passwordHash } = user
  return toConsoleUser(
    await tx.consoleUser.create({ data: { id: randomUUID(), email: normalEmail(user.email), name, role, passwordHash } }),
  )
}

export function toConsoleUser(row: Row): ConsoleUser {
  const { id, email, name, role, passwordHash, disabled, lastSignInAt } = row
  return { id, email, name, role, passwordHash, disabled, lastSignInAt: lastSignInAt?.toISOString() ?? null }
}

function toUserOrNull(row: Row | null): ConsoleUser | null {
  return row === null ? null : toConsoleUser(row)
}

/** One account per address, however it is spelled. */
function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}
