/** Runs bench/gateway.ts alone: `node bench/gateway.run.mjs`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = await mkdtemp(`${root}node_modules/.bench-`)
try {
  const outfile = `${folder}/gateway.mjs`
  await build({ entryPoints: [`${root}bench/gateway.ts`], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  const { benchGateway } = await import(pathToFileURL(outfile).href)
  for (const { name, ours, peer, ratio, target } of await benchGateway()) {
    console.log(
      `${name}: ${ours.toFixed(1)} µs CPU, raw node:http ${peer.toFixed(1)} µs, ratio ${ratio.toFixed(2)} (target at most ${target})`,
    )
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
