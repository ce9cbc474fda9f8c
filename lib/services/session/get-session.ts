import { z } from 'zod'
import type { SessionView } from '../../domain/console-api'
import type { ServiceContext } from '../ports'
import { defineVerb } from '../verb'

/** Answers who is signed in and where this installation is reached. */
export const getSession = defineVerb({
  role: 'viewer',
  summary: 'Who is signed in, and the addresses of this installation',
  input: z.object({}),
  async run(ctx): Promise<SessionView> {
    const { publicUrl, gatewayDomain } = ctx.ports.settings
    const first = ctx.ports.enforcedWorld().accounts[0]
    return { user: await userOf(ctx), workspaceName: first?.alias ?? first?.id ?? new URL(publicUrl).host, publicUrl, gatewayDomain }
  },
})

async function userOf({ ports, actor }: ServiceContext): Promise<SessionView['user']> {
  const user = actor.type === 'consoleUser' ? await ports.accounts.findUser(actor.id) : null
  if (!user) return { id: actor.id, email: '', name: actor.name, role: actor.role, hasPassword: false }
  return { id: user.id, email: user.email, name: user.name, role: user.role, hasPassword: user.passwordHash !== null }
}
