import { z } from 'zod'
import type { ConsoleUserView } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { audit } from '../audit'
import type { ConsoleUser, ServiceContext } from '../ports'
import { defineVerb } from '../verb'
import { passwordSchema, roleSchema } from './schemas'
import { toConsoleUserView } from './to-view'

/**
 * Changes role, state or password. A new password or a disabled user ends every session of that user.
 * Throws AppError `conflict` when no admin who can sign in would be left.
 */
export const updateConsoleUser = defineVerb({
  role: 'admin',
  summary: 'Change a console user',
  input: z.object({
    id: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(200).optional(),
    role: roleSchema.optional(),
    disabled: z.boolean().optional(),
    password: passwordSchema.optional(),
  }),
  async run(ctx, { id, password, ...patch }): Promise<ConsoleUserView> {
    const { accounts, passwords } = ctx.ports
    const user = await accounts.findUser(id)
    if (!user) throw new AppError('not_found', 'There is no such console user.')
    if (patch.disabled === true || (patch.role !== undefined && patch.role !== 'admin')) await keepAnAdmin(ctx, user)
    const passwordHash = password === undefined ? undefined : await passwords.hash(password)
    const updated = await accounts.updateUser(id, { ...patch, ...(passwordHash === undefined ? {} : { passwordHash }) })
    if (passwordHash !== undefined || patch.disabled === true) await accounts.revokeSessionsOf(id)
    await audit(ctx, 'updateUser', `consoleUser ${id}`)
    return toConsoleUserView(updated)
  },
})

async function keepAnAdmin(ctx: ServiceContext, user: ConsoleUser): Promise<void> {
  const admins = (await ctx.ports.accounts.listUsers()).filter((other) => other.role === 'admin' && !other.disabled)
  if (admins.length === 1 && admins[0]?.id === user.id) throw new AppError('conflict', 'This is the last admin.')
}
