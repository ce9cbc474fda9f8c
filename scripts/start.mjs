/** `npm start`: installs, builds what changed, then runs the server in this very process. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Gatehouse needs Node 20.19 or newer; this is ${process.version}.\nWhat to do: install a current Node, then start again\n`,
  )
  process.exit(1)
}

const root = join(import.meta.dirname, '..')
const { fail } = await import('./lib/progress.mjs')
try {
  const { withLock } = await import('./lib/lock.mjs')
  const { ensureInstalled } = await import('./lib/install.mjs')
  const { ensureBuilt } = await import('./lib/build.mjs')
  await withLock(join(root, '.gatehouse-launch.lock'), async () => {
    await ensureInstalled(root)
    await ensureBuilt(root)
  })
  process.chdir(root)
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.GATEHOUSE_NEXT_DIST = 'build/next'
  const { main } = await import(pathToFileURL(join(root, 'build/server.mjs')).href)
  await main()
} catch (error) {
  fail(error)
}
