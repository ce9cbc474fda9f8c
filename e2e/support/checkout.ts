/** A second checkout of the product, as a user would have it after a clone, an install and a build. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const PARTS = ['scripts', 'prisma', 'lib', 'app', 'components', 'public', 'build', 'node_modules']
const FILES = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'server.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.next.json',
  'prisma.config.ts',
]

export interface Checkout {
  readonly directory: string
  remove(): void
}

/** Made of hard links, so that it is cheap and really lies where it lies; its parent directory is 0700. */
export function privateCheckout(): Checkout {
  const parent = mkdtempSync(join(ROOT, '.gatehouse-checkout-'))
  chmodSync(parent, 0o700)
  const directory = join(parent, 'gatehouse')
  mkdirSync(directory)
  for (const name of [...PARTS, ...FILES]) copy(join(ROOT, name), join(directory, name))
  return { directory, remove: () => rmSync(parent, { recursive: true, force: true }) }
}

function copy(from: string, to: string): void {
  for (const flags of ['-Rl', '-R']) {
    if (spawnSync('cp', [flags, from, to]).status === 0) return
    rmSync(to, { recursive: true, force: true })
  }
  throw new Error(`Cannot copy ${from}`)
}
