import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, step } from './progress.mjs'
import { run, tail } from './run.mjs'

/** Installs the packages when package-lock.json differs from what was installed last. */
export async function ensureInstalled(root) {
  const stamp = join(root, 'node_modules/.gatehouse-stamp')
  const wanted = hashOf(join(root, 'package-lock.json'))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await step('Installing packages (a minute or two the first time)', () => install(root))
  writeFileSync(stamp, hashOf(join(root, 'package-lock.json')))
}

async function install(root) {
  const npm = process.env.npm_execpath
  const args = ['install', '--include=dev', '--no-audit', '--no-fund']
  const command = npm?.endsWith('.js') || npm?.endsWith('.cjs') ? [process.execPath, [npm, ...args]] : ['npm', args]
  const { code, output } = await run(...command, { cwd: root, quiet: true })
  if (code !== 0)
    throw new Failure(`npm install failed.\n${tail(output)}`, 'check the network and the npm registry setting, then start again')
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
