import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'scripts/lib',
  'server.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.next.json',
  'package-lock.json',
]
const IGNORED = /(^|\/)(generated|testing)(\/|$)|\.(test|spec)\.tsx?$|tsbuildinfo$/

/** One hash over everything that a build reads. */
export function sourceHash(root) {
  const hash = createHash('sha256').update(process.version)
  for (const source of SOURCES) {
    const path = join(root, source)
    if (existsSync(path)) addTo(hash, root, path)
  }
  return hash.digest('hex')
}

function addTo(hash, root, path) {
  const name = relative(root, path).replaceAll('\\', '/')
  if (IGNORED.test(name)) return
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path).sort()) addTo(hash, root, join(path, entry))
    return
  }
  hash.update(name).update('\0').update(readFileSync(path)).update('\0')
}
