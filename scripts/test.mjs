/** `npm test`: types, lint, unit, database and browser tests against the production build. One closing line. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { fail, say, step } from './lib/progress.mjs'

const root = join(import.meta.dirname, '..')
const tally = { passed: 0, failed: 0 }

try {
  await withLock(join(root, '.gatehouse-launch.lock'), async () => {
    await ensureInstalled(root)
    await ensureBuilt(root)
  })
  const reports = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  await runAll(reports)
  rmSync(reports, { recursive: true, force: true })
} catch (error) {
  say(`${tally.passed} passed, ${tally.failed + 1} failed`)
  fail(error)
}
say(`${tally.passed} passed, ${tally.failed} failed`)
process.exit(tally.failed === 0 ? 0 : 1)

async function runAll(reports) {
  const { startTestCluster } = await import('./lib/test-cluster.mjs')
  const { ensureChromium } = await import('./lib/chromium.mjs')
  await check('Types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
  await check('Types of the policy engine', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'lib/policy'])
  await check('Format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
  const chromium = await ensureChromium(root)
  const cluster = await step('Starting the test database', () => startTestCluster(root))
  const env = {
    GATEHOUSE_TEST_CLUSTER_URL: cluster.url,
    GATEHOUSE_CHROMIUM: chromium,
    CI: process.env.CI ?? '',
    FORCE_COLOR: '0',
    NO_COLOR: '1',
  }
  try {
    await vitest('Unit tests', 'unit', reports, env)
    await vitest('Database tests', 'db', reports, env)
    await vitest('Saved scenarios through decide, explain and the live gateway', 'live', reports, env)
    await playwright(reports, env)
  } finally {
    await cluster.stop()
  }
}

async function check(title, args) {
  const { run } = await import('./lib/run.mjs')
  const { code } = await step(title, () => run(process.execPath, args, { cwd: root }))
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1)
}

async function vitest(title, project, reports, env) {
  const { run } = await import('./lib/run.mjs')
  const file = join(reports, `${project}.json`)
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const { code } = await step(title, () => run(process.execPath, args, { cwd: root, env }))
  const report = readReport(file)
  const failed = report ? report.numFailedTests + (report.success ? 0 : Number(report.numFailedTests === 0)) : 1
  count(report?.numPassedTests ?? 0, code === 0 ? failed : Math.max(failed, 1))
}

async function playwright(reports, env) {
  const { run } = await import('./lib/run.mjs')
  const file = join(reports, 'e2e.json')
  const args = ['node_modules/@playwright/test/cli.js', 'test']
  const { code } = await step('Browser tests', () =>
    run(process.execPath, args, { cwd: root, env: { ...env, GATEHOUSE_E2E_REPORT: file } }),
  )
  const stats = readReport(file)?.stats
  const failed = stats ? stats.unexpected + stats.flaky : 1
  count(stats?.expected ?? 0, code === 0 ? failed : Math.max(failed, 1))
}

function count(passed, failed) {
  tally.passed += passed
  tally.failed += failed
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
