import { z } from 'zod'
import type { ConsoleUserView } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { audit } from '../audit'
import { defineVerb } from '../verb'
import { emailSchema, passwordSchema, roleSchema } from './schemas'
import { toConsoleUserView } from './to-view'

/** Throws AppError `conflict` when the e-mail is taken. */
export const createConsoleUser = defineVerb({
  role: 'admin',
  summary: 'Create a console user',
  input: z.object({ email: emailSchema, name: z.string().trim().min(1).max(200), role: roleSchema, password: passwordSchema }),
  async run(ctx, { email, name, role, password }): Promise<ConsoleUserView> {
    const { accounts, passwords } = ctx.ports
    if (await accounts.findUserByEmail(email)) throw new AppError('conflict', 'A user with this e-mail exists.')
    const user = await accounts.createUser({ email, name, role, passwordHash: await passwords.hash(password) })
    await audit(ctx, 'createUser', `consoleUser ${user.id}`)
    return toConsoleUserView(user)
  },
})
