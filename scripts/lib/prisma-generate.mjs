/** Generates the Prisma client into lib/store/generated, without downloading anything. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Resolves when the client is generated; rejects with what prisma printed. `prisma generate` insists on a
 * schema-engine binary that it does not use, so this child, and it alone, is given node's own path for it.
 */
export function prismaGenerate() {
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'generate', '--no-hints'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`prisma generate failed with exit code ${code}:\n${output.trim()}`))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prismaGenerate().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
