import { z } from 'zod'
import { emailSchema, passwordSchema } from '../console-user/schemas'
import { parseInput } from '../parse-input'
import type { ServicePorts } from '../ports'

const firstAdminSchema = z.object({ email: emailSchema, password: passwordSchema })

/** Makes the operator's admin while no admin exists; answers whether it did. */
export async function createFirstAdmin(ports: ServicePorts, input: unknown): Promise<boolean> {
  const { email, password } = parseInput(firstAdminSchema, input)
  if ((await ports.accounts.countAdmins()) > 0) return false
  const user = await ports.accounts.createUser({
    email,
    name: 'Administrator',
    role: 'admin',
    passwordHash: await ports.passwords.hash(password),
  })
  await ports.accounts.audit({ actor: 'GATEHOUSE_ADMIN_EMAIL', action: 'createUser', object: `consoleUser ${user.id}`, revision: null })
  return true
}
