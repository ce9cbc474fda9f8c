import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Bundles worker/main.ts as the production build does and returns its URL, for tests that run from source. */
export async function buildSandboxWorker(): Promise<URL> {
  const root = join(import.meta.dirname, '../../..')
  const directory = mkdtempSync(join(root, 'node_modules/.cache-sandbox-'))
  const outfile = join(directory, 'sandbox-worker.mjs')
  await build({
    entryPoints: [join(root, 'lib/sandbox/worker/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  })
  return pathToFileURL(outfile)
}
