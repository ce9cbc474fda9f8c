import type { ServicePorts } from '../ports'

/** Ends a session at once, on every node. A session that is already over is no error. */
export async function signOut(ports: ServicePorts, sessionId: string): Promise<void> {
  const user = await ports.accounts.findSessionUser(sessionId)
  await ports.accounts.revokeSession(sessionId)
  if (user) await ports.accounts.audit({ actor: user.email, action: 'signOut', object: `consoleUser ${user.id}`, revision: null })
}
