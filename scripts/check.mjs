/** `npm run check`: types, lint and unit tests; seconds, no database, no build. */
import { join } from 'node:path'
import { run } from './lib/run.mjs'

const root = join(import.meta.dirname, '..')
const CHECKS = [
  ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'lib/policy'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
]

for (const args of CHECKS) {
  const { code } = await run(process.execPath, args, { cwd: root })
  if (code !== 0) process.exit(code ?? 1)
}
