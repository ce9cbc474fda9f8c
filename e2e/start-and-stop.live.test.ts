import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Checkout, privateCheckout } from './support/checkout'
import { npmStart, processesNaming, type Started } from './support/npm-start'

/** Marks every process that this suite starts, whatever directory or user it runs under. */
const MARK = `gatehouse-suite-${process.pid}-${Date.now()}`
const TOKEN = 'token-of-the-start-and-stop-suite'

let checkout: Checkout
let dataDir: string

beforeAll(() => {
  checkout = privateCheckout()
  dataDir = `${checkout.directory}/.gatehouse`
})
/** A test that fails half-way must not leave its server to the next one. */
afterEach(async () => {
  for (const pid of running()) kill(pid)
  await gone()
})
afterAll(() => {
  const directory = dirname(clusterDir())
  if (!directory.startsWith(checkout.directory)) rmSync(directory, { recursive: true, force: true })
  checkout.remove()
})

const start = () => npmStart(checkout.directory, { PORT: '0', GATEHOUSE_API_TOKEN: TOKEN, GATEHOUSE_SUITE: MARK })
const call = (started: Started, method: string, path: string, body?: unknown) =>
  fetch(`${started.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

/** npm and node by their environment, the database by its directory: it is given no environment. */
function running(): number[] {
  return [...processesNaming(MARK), ...processesNaming(clusterDir())]
}

function clusterDir(): string {
  const record = join(dataDir, 'postgres.json')
  const kept = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as { clusterDir: string | null }).clusterDir : null
  return kept ?? join(dataDir, 'postgres')
}

async function gone(): Promise<number[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (running().length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return running()
}

describe.runIf(existsSync('/proc/self/environ'))('a checkout in a 0700 directory, embedded database', () => {
  it('starts, seeds, prints the set-up link, and TERM to npm leaves nothing running', async () => {
    const started = await start()
    expect(started.output()).toMatch(/http:\/\/localhost:\d+\/set-up#\S{30,}/)
    expect((await fetch(`${started.url}/gateway/fhorders01/prod/catalog`)).status).toBe(200)
    expect((await fetch(`${started.url}/gateway/fhorders01/prod/orders/1`)).status).toBe(403)
    expect(running().length).toBeGreaterThan(1)

    started.npm.kill('SIGTERM')
    await started.exited
    expect(await gone()).toEqual([])
    await expect(fetch(started.url)).rejects.toThrow()
  })

  it('keeps what was acknowledged when everything is killed, and starts again', async () => {
    const first = await start()
    const made = await call(first, 'POST', '/principals', { account: '111122223333', type: 'user', name: 'kept' })
    expect(made.status).toBeLessThan(300)
    for (const pid of running()) kill(pid)
    await first.exited
    expect(await gone()).toEqual([])

    const second = await start()
    const kept = await call(second, 'GET', `/principals/${encodeURIComponent('arn:aws:iam::111122223333:user/kept')}`)
    expect(kept.status).toBe(200)
    expect(second.output()).not.toContain('Seeding')

    second.npm.kill('SIGKILL')
    await second.exited
    expect(await gone()).toEqual([])
  })

  it('a port that is taken ends the start with what to do', async () => {
    const first = await start()
    const second = npmStart(checkout.directory, {
      PORT: new URL(first.url).port,
      GATEHOUSE_DATA_DIR: `${dataDir}-2`,
      GATEHOUSE_SUITE: MARK,
    })
    await expect(second).rejects.toThrow(/is taken by another program[\s\S]*PORT=/)
    first.npm.kill('SIGINT')
    await first.exited
    expect(await gone()).toEqual([])
  })
})

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Ended between the look and the signal.
  }
}
