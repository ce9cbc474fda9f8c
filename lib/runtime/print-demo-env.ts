import { resolve } from 'node:path'
import { openStore } from '../store'
import { findEmbeddedPostgres } from '../store/embedded'
import { readEnv } from './env'
import { installationSecret } from './secret'
import { StartError } from './start-error'

/** Prints `export NAME='value'` for every generated secret of the demo. Needs the database to run. */
export async function printDemoEnv(): Promise<void> {
  const result = readEnv(process.env)
  if (!result.ok) throw new StartError(result.problems.join('\n'), 'correct the environment')
  const { env } = result
  const url = env.databaseUrl ?? findEmbeddedPostgres(resolve(env.dataDir))
  if (url === null) throw new StartError('The embedded database is not running.', 'run npm start, and this command in a second terminal')
  const store = await openStore({ databaseUrl: url, secret: installationSecret(env.secret, env.dataDir) })
  try {
    for (const [name, value] of await store.demoSecrets.list()) console.log(`export ${name}='${value.replaceAll("'", "'\\''")}'`)
  } finally {
    await store.close()
  }
}
