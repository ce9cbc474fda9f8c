import type { UserPoolClient } from '../domain/world'
import type { FoundClient, UserPoolDeps } from './deps'
import { type Outcome, refuse, succeed } from './outcome'

/** True when the client may use the flow: its `ALLOW_` value, or the old name without it. */
export function allowsFlow(client: UserPoolClient, flow: 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH'): boolean {
  const flows = client.explicitAuthFlows
  if (flows.includes(`ALLOW_${flow}`)) return true
  const isLegacy = flows.length > 0 && flows.every((name) => !name.startsWith('ALLOW_'))
  return isLegacy && (flow === 'REFRESH_TOKEN_AUTH' || flows.includes(flow))
}

export function findClientFor({ findClient }: UserPoolDeps, clientId: string): Outcome<FoundClient> {
  const found = findClient(clientId)
  return found ? succeed(found) : refuse('ResourceNotFoundException', `User pool client ${clientId} does not exist.`)
}
