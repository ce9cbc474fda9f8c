/** `npm run bench`: every ratio against its peer, in one run, as one table. Prints; asserts nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { fail, say, step } from './lib/progress.mjs'

const root = join(import.meta.dirname, '..')
try {
  await ensureInstalled(root)
  const { benchGateway, benchPolicy } = await bundled()
  const load = loadavg()[0]
  const http = await step('CPU per request against a raw node:http server', benchGateway)
  const policy = await step('Policy decisions against Cedar', benchPolicy)
  say('')
  say(row('what', 'ours µs', 'peer µs', 'ratio', 'target', ''))
  for (const { name, ours, peer, ratio, target } of http)
    say(row(name, ours.toFixed(1), peer.toFixed(1), ratio.toFixed(2), `≤ ${target}`, met(ratio <= target)))
  for (const { name, ours, peer, ratio, target } of policy)
    say(row(name, ours.toFixed(2), peer.toFixed(1), `${ratio.toFixed(0)}× faster`, `≥ ${target}×`, met(ratio >= target)))
  say(
    `\n${cpus().length} cores, load ${load.toFixed(1)} at the start, Node ${process.version}. CPU time of the server's process, median of alternating rounds.`,
  )
} catch (error) {
  fail(error)
}

async function bundled() {
  const { build } = await import('esbuild')
  const folder = await mkdtemp(join(root, 'node_modules/.bench-'))
  process.on('exit', () => rm(folder, { recursive: true, force: true }))
  const entryPoints = [join(root, 'bench/gateway.ts'), join(root, 'bench/policy.ts')]
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  const load = (name) => import(pathToFileURL(join(folder, name)).href)
  const modules = [await load('gateway.mjs'), await load('policy.mjs')]
  await rm(folder, { recursive: true, force: true })
  return Object.assign({}, ...modules)
}

function row(...cells) {
  const widths = [44, 10, 10, 14, 8, 8]
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]))).join('')
}

function met(yes) {
  return yes ? 'met' : 'missed'
}
