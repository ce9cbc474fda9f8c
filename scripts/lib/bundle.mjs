import { join } from 'node:path'

/** Bundles the server and its worker threads into `outdir`; packages stay where npm put them. */
export async function bundleServer(root, outdir) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { server: join(root, 'server.ts'), 'sandbox-worker': join(root, 'lib/sandbox/worker/main.ts') },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
    absWorkingDir: root,
    banner: { js: "import { createRequire as gatehouseRequire } from 'node:module'; const require = gatehouseRequire(import.meta.url);" },
  })
}
