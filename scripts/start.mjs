/** `npm start`: installs, builds what changed, then runs the server in this very process. */
import { join } from 'node:path'

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
  await import('./serve.mjs')
} catch (error) {
  fail(error)
}
