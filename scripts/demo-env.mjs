/** `npm run demo:env`: prints the demo's generated secrets as shell variables. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure, fail } from './lib/progress.mjs'

const root = join(import.meta.dirname, '..')
try {
  const bundle = join(root, 'build/server.mjs')
  if (!existsSync(bundle)) throw new Failure('Gatehouse was never started here.', 'run npm start first')
  process.chdir(root)
  const { printDemoEnv } = await import(pathToFileURL(bundle).href)
  await printDemoEnv()
} catch (error) {
  fail(error)
}
