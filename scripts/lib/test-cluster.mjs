import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Starts one PostgreSQL for a whole test run. Returns `{ url, stop }`; its data is gone after `stop`. */
export async function startTestCluster(root) {
  const { build } = await import('esbuild')
  const bundle = join(root, 'build', 'test-cluster.mjs')
  await build({
    entryPoints: [join(root, 'lib/store/testing/test-cluster.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  })
  const module = await import(pathToFileURL(bundle).href)
  return module.startTestCluster()
}
