import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleServer } from './bundle.mjs'
import { prismaGenerate } from './prisma-generate.mjs'
import { Failure, step } from './progress.mjs'
import { run, tail } from './run.mjs'
import { sourceHash } from './source-hash.mjs'

/**
 * Makes `build/` (server.mjs, sandbox-worker.mjs, next/) when the sources changed since the last one.
 * Built beside it and swapped in by rename: a failed build leaves the good one in place.
 */
export async function ensureBuilt(root) {
  const wanted = sourceHash(root)
  if (readStamp(root) === wanted) return
  const side = join(root, 'build.new')
  rmSync(side, { recursive: true, force: true })
  mkdirSync(side)
  await step('Generating the database client', () => prismaGenerate(root))
  await step('Bundling the server', () => bundleServer(root, side))
  await step('Building the console (about a minute)', () => buildNext(root))
  // Every build is made from nothing: the bundler's cache would only cost space.
  rmSync(join(side, 'next/cache'), { recursive: true, force: true })
  writeFileSync(join(side, 'stamp'), wanted)
  swap(root, side)
}

function readStamp(root) {
  const path = join(root, 'build/stamp')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

async function buildNext(root) {
  const env = { GATEHOUSE_NEXT_DIST: 'build.new/next', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env,
    quiet: true,
  })
  if (code !== 0)
    throw new Failure(
      `The console did not build.\n${tail(output, 60)}`,
      'read the message above; the build that ran before is still in place',
    )
}

function swap(root, side) {
  const current = join(root, 'build')
  const old = join(root, 'build.old')
  rmSync(old, { recursive: true, force: true })
  if (existsSync(current)) renameSync(current, old)
  renameSync(side, current)
  rmSync(old, { recursive: true, force: true })
}
