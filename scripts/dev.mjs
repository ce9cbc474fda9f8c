/** `npm run dev`: the same server with Next's hot reload; the server bundle is made once. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleServer } from './lib/bundle.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { prismaGenerate } from './lib/prisma-generate.mjs'
import { fail } from './lib/progress.mjs'

const root = join(import.meta.dirname, '..')
try {
  await ensureInstalled(root)
  await prismaGenerate(root)
  const out = join(root, `build.dev-${process.pid}`)
  await bundleServer(root, out)
  const { rmSync } = await import('node:fs')
  process.on('exit', () => rmSync(out, { recursive: true, force: true }))
  process.env.GATEHOUSE_DEV = '1'
  process.env.NODE_ENV = 'development'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.PORT ??= '3100'
  const { main } = await import(pathToFileURL(join(out, 'server.mjs')).href)
  await main()
} catch (error) {
  fail(error)
}
