import type { Actor, ServicePorts } from '../ports'
import { hashToken, sameSecret } from '../secrets'

export type Credential = { readonly type: 'session'; readonly sessionId: string } | { readonly type: 'bearer'; readonly token: string }

/** Returns who a credential belongs to right now, or null when it is unknown, expired, revoked or its user is disabled. */
export async function resolveActor(ports: ServicePorts, credential: Credential): Promise<Actor | null> {
  if (credential.type === 'bearer') return resolveToken(ports, credential.token)
  const user = await ports.accounts.findSessionUser(credential.sessionId)
  return user && { type: 'consoleUser', id: user.id, name: user.email, role: user.role }
}

async function resolveToken(ports: ServicePorts, token: string): Promise<Actor | null> {
  const operatorToken = ports.settings.apiToken
  if (operatorToken !== null && sameSecret(token, operatorToken)) {
    return { type: 'apiToken', id: 'GATEHOUSE_API_TOKEN', name: 'GATEHOUSE_API_TOKEN', role: 'admin' }
  }
  const found = await ports.accounts.findToken(hashToken(token))
  return found && { type: 'apiToken', id: found.id, name: found.name, role: found.role }
}
