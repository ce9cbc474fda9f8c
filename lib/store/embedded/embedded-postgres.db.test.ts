import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '.'

const isRoot = process.getuid?.() === 0

let root: string
let hostFile: string
const hosts: ChildProcess[] = []

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gatehouse-embedded-'))
  chmodSync(root, 0o755)
  // Beside the packages that it imports.
  hostFile = path.resolve('node_modules/.cache', `gatehouse-database-host-${process.pid}.mjs`)
  await build({
    entryPoints: [path.join(import.meta.dirname, 'testing/host.ts')],
    outfile: hostFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})

afterAll(() => {
  for (const host of hosts) host.kill('SIGKILL')
  rmSync(hostFile, { force: true })
  rmSync(root, { recursive: true, force: true })
})

interface Host {
  readonly child: ChildProcess
  readonly said: { readonly url?: string; readonly pid?: number; readonly error?: string }
}

async function startHost(dataDir: string): Promise<Host> {
  const child = spawn(process.execPath, [hostFile, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  hosts.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, said: JSON.parse(String(line)) }
}

async function end(host: Host, signal: NodeJS.Signals): Promise<void> {
  const exited = once(host.child, 'exit')
  host.child.kill(signal)
  await exited
}

async function query<T extends pg.QueryResultRow>(url: string | undefined, sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

function isRunning(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0)
    // A process that ended and was not fetched yet is none.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

describe('embedded PostgreSQL', () => {
  it('starts, keeps what it is given over a clean stop, and leaves nothing running', async () => {
    const dataDir = path.join(root, 'clean')
    const first = await startHost(dataDir)
    await query(first.said.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    expect(findEmbeddedPostgres(dataDir)).toBe(first.said.url)
    await end(first, 'SIGTERM')
    expect(isRunning(first.said.pid)).toBe(false)
    expect(findEmbeddedPostgres(dataDir)).toBeNull()
    const second = await startHost(dataDir)
    expect(await query(second.said.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    await end(second, 'SIGTERM')
  })

  it('is UTF-8, on loopback only, with a password, and not run by root', async () => {
    const dataDir = path.join(root, 'facts')
    const host = await startHost(dataDir)
    const [facts] = await query(
      host.said.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
         current_setting('unix_socket_directories') AS sockets, current_setting('fsync') AS fsync, current_setting('TimeZone') AS zone`,
    )
    expect(facts).toEqual({ encoding: 'UTF8', addresses: '127.0.0.1', sockets: '', fsync: 'on', zone: 'UTC' })
    const open = new URL(host.said.url ?? '')
    open.password = 'wrong'
    await expect(query(open.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o077).toBe(0)
    if (existsSync(`/proc/${host.said.pid}`)) expect(statSync(`/proc/${host.said.pid}`).uid).not.toBe(0)
    await end(host, 'SIGTERM')
  })

  it('loses nothing acknowledged when host and server are killed in the middle of writes', async () => {
    const dataDir = path.join(root, 'killed')
    let host = await startHost(dataDir)
    await query(host.said.url, 'CREATE TABLE written (n INTEGER)')
    const acknowledged: number[] = []
    for (let round = 0; round < 3; round++) {
      const client = new pg.Client({ connectionString: host.said.url })
      client.on('error', () => undefined)
      await client.connect()
      const writing = (async () => {
        for (let n = round * 100_000; ; n++) {
          await client.query('INSERT INTO written VALUES ($1)', [n])
          acknowledged.push(n)
        }
      })()
      writing.catch(() => undefined)
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(round * 50 + 50), { timeout: 20_000, interval: 5 })
      process.kill(host.said.pid ?? 0, 'SIGKILL')
      await end(host, 'SIGKILL')
      await expect(writing).rejects.toThrow()
      void client.end().catch(() => undefined)
      host = await startHost(dataDir)
      expect(host.said.error).toBeUndefined()
      const rows = await query<{ n: number }>(host.said.url, 'SELECT n FROM written')
      const stored = new Set(rows.map((row) => row.n))
      expect(acknowledged.filter((n) => !stored.has(n))).toEqual([])
    }
    await end(host, 'SIGTERM')
  })

  it('ends when its host is killed alone, and the next start takes over', async () => {
    const dataDir = path.join(root, 'orphan')
    const host = await startHost(dataDir)
    await end(host, 'SIGKILL')
    const next = await startHost(dataDir)
    expect(next.said.error).toBeUndefined()
    expect(isRunning(host.said.pid)).toBe(false)
    await end(next, 'SIGKILL')
    await vi.waitFor(() => expect(isRunning(next.said.pid)).toBe(false), { timeout: 20_000 })
  })

  it('is for one host at a time: the second is told which one to stop', async () => {
    const dataDir = path.join(root, 'shared')
    const started = await Promise.all([startHost(dataDir), startHost(dataDir), startHost(dataDir)])
    const running = started.filter(({ said }) => said.url !== undefined)
    expect(running).toHaveLength(1)
    for (const { said } of started)
      if (said.error) expect(said.error).toMatch(/^Another Gatehouse \(process \d+\) uses .*GATEHOUSE_DATA_DIR/)
    for (const host of running) await end(host, 'SIGTERM')
  })

  it('is started again on its port when the server alone dies', async () => {
    const dataDir = path.join(root, 'revived')
    const host = await startHost(dataDir)
    process.kill(host.said.pid ?? 0, 'SIGKILL')
    await vi.waitFor(async () => expect(await query(host.said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]), {
      timeout: 30_000,
      interval: 100,
    })
    await end(host, 'SIGTERM')
  })

  it('overcomes a postmaster.pid whose number another program has by now', async () => {
    const dataDir = path.join(root, 'stale')
    const host = await startHost(dataDir)
    const clusterDir = path.join(dataDir, 'postgres')
    const pidFile = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8')
    await end(host, 'SIGTERM')
    writeFileSync(path.join(clusterDir, 'postmaster.pid'), pidFile.replace(/^\d+/, '1'))
    const next = await startHost(dataDir)
    expect(next.said.error).toBeUndefined()
    await end(next, 'SIGTERM')
  })

  it.skipIf(!isRoot)('as root inside a directory closed to others keeps its data where its user can go, and finds it again', async () => {
    const closed = path.join(root, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const dataDir = path.join(closed, 'data')
    const host = await startHost(dataDir)
    await query(host.said.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    const { clusterDir } = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'))
    expect(clusterDir).toMatch(/\/gatehouse\/clusters\//)
    await end(host, 'SIGKILL')
    const next = await startHost(dataDir)
    expect(await query(next.said.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    await end(next, 'SIGTERM')
    rmSync(path.dirname(clusterDir), { recursive: true })
  })

  it.skipIf(!isRoot)('as root moves its data when the directory is closed to others later', async () => {
    const parent = path.join(root, 'closing')
    mkdirSync(parent, { mode: 0o755 })
    const dataDir = path.join(parent, 'data')
    const host = await startHost(dataDir)
    await query(host.said.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    await end(host, 'SIGTERM')
    chmodSync(parent, 0o700)
    const next = await startHost(dataDir)
    expect(await query(next.said.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    await end(next, 'SIGTERM')
    const { clusterDir } = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'))
    rmSync(path.dirname(clusterDir), { recursive: true })
  })

  it('says what to do when the data directory cannot be made or read', async () => {
    const failed = (dataDir: string) => startEmbeddedPostgres({ dataDir, log: () => undefined })
    writeFileSync(path.join(root, 'file'), '')
    await expect(failed(path.join(root, 'file', 'data'))).rejects.toMatchObject({
      code: 'database_unavailable',
      message: expect.stringContaining('GATEHOUSE_DATA_DIR'),
    })
    const broken = path.join(root, 'broken')
    mkdirSync(broken)
    writeFileSync(path.join(broken, 'postgres.json'), '{"password":')
    await expect(failed(broken)).rejects.toMatchObject({ message: expect.stringContaining('Restore it') })
  })
})
