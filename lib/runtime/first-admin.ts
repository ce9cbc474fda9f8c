import type { Services } from '../services'
import type { Env } from './env'

/** Makes the first admin from the environment, or a one-time set-up link. Returns the lines to print. */
export async function firstAdmin(env: Env, services: Services): Promise<readonly string[]> {
  if (env.adminEmail !== null && env.adminPassword !== null) {
    const made = await services.createFirstAdmin({ email: env.adminEmail, password: env.adminPassword })
    return made ? [`First admin: ${env.adminEmail}`] : []
  }
  const link = await services.createSetupLink()
  return link === null ? [] : [`Set up the first admin (one use, 24 hours): ${link}`]
}
