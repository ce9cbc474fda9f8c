import type { ServicePorts } from '../ports'
import { hashToken, newToken } from '../secrets'

const LIFETIME_MS = 24 * 60 * 60_000

/**
 * Makes a one-time set-up link and returns its address, the token in the fragment; null when an admin
 * exists. Only the token's hash is stored. `publicUrl` has no trailing slash.
 */
export async function createSetupLink(ports: ServicePorts): Promise<string | null> {
  if ((await ports.accounts.countAdmins()) > 0) return null
  const token = newToken(ports, '')
  await ports.accounts.saveSetupLink(hashToken(token), new Date(ports.clock.nowMs() + LIFETIME_MS))
  return `${ports.settings.publicUrl}/set-up#${token}`
}
