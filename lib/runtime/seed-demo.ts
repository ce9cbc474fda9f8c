/** Puts the demo workspace into an empty database, with secrets of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyWorkspace, type Generate, seedDemo } from '../domain'
import type { Store } from '../store'
import { generateSigningKeys, hashPassword, verifyPassword } from '../userpool'
import { type Env, isLoopbackHost } from './env'

const GENERATE: Generate = {
  bytes: (count) => randomBytes(count),
  uuid: randomUUID,
  signingKeys: generateSigningKeys,
  hashPassword,
  verifyPassword,
}

/** Seeds when asked to, by default only an embedded database that nobody else can reach; never one that holds anything. */
export async function seedIfEmpty(env: Env, store: Store, embedded: boolean): Promise<void> {
  const seed = env.seed ?? (embedded && isLoopbackHost(env.host) ? 'demo' : 'none')
  if (seed === 'none') return
  const current = await store.config.loadWorld({ users: false })
  if (current.revision > 0 || current.accounts.length > 0 || current.apis.length > 0) return
  console.log('· Seeding the demo workspace, Fernhill Coffee …')
  const text = await readFile(join(process.cwd(), 'prisma/demo/fernhill.yaml'), 'utf8')
  const { document, demoSecrets } = await seedDemo(text, GENERATE)
  await store.demoSecrets.save(demoSecrets)
  await store.config.change({ author: 'Gatehouse', note: 'Seed the demo workspace' }, { users: true }, async (world) => {
    const result = await applyWorkspace(world, document, { mode: 'replace', generate: GENERATE })
    if (result.ok) return result.world
    throw new Error(`The demo workspace has problems: ${result.issues.map((issue) => `${issue.pointer} ${issue.message}`).join('; ')}`)
  })
}
