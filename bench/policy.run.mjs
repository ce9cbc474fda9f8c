/** Runs bench/policy.ts alone: `node bench/policy.run.mjs`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = await mkdtemp(`${root}node_modules/.bench-`)
try {
  const outfile = `${folder}/policy.mjs`
  await build({ entryPoints: [`${root}bench/policy.ts`], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  const { benchPolicy } = await import(pathToFileURL(outfile).href)
  for (const { name, ours, peer, ratio, target } of await benchPolicy()) {
    console.log(`${name}: ${ours.toFixed(3)} µs, peer ${peer.toFixed(1)} µs, ${ratio.toFixed(0)} times faster (target ${target})`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
