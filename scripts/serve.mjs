/** Runs the build that stands in build/, in this very process. `npm start` makes it first. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure, fail } from './lib/progress.mjs'

const root = join(import.meta.dirname, '..')
try {
  const server = join(root, 'build/server.mjs')
  if (!existsSync(server)) throw new Failure('There is no build.', 'run npm start, which makes one')
  process.chdir(root)
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.GATEHOUSE_NEXT_DIST = 'build/next'
  const { main } = await import(pathToFileURL(server).href)
  await main()
} catch (error) {
  fail(error)
}
