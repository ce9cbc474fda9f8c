/**
 * The gateway against a raw node:http server that answers the same bytes: CPU per request, each in a
 * process of its own, measured in turns. The API has no resource policy: each row is one mechanism alone.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { BenchHeaders, FromServer, ToServer } from './gateway.server'
import { sendLoad } from './load'

export interface BenchRow {
  readonly name: string
  /** Microseconds of CPU a request. */
  readonly ours: number
  readonly peer: number
  /** Ours by the peer's: how many times dearer. */
  readonly ratio: number
  readonly target: number
}

const OPEN_PATH = '/gateway/fhorders01/prod/catalog'
const SIGNED_PATH = '/gateway/fhorders01/prod/orders'
const TOKEN_PATH = '/gateway/fhorders01/prod/me'
/** Until the compiler has seen the rare paths too: a server's cost is what it is after its first seconds. */
const WARM_UP = 30_000
/** Short rounds in turns: what else the machine does falls on both sides. */
const REQUESTS = 2_500
const ROUNDS = 21
const CONNECTIONS = 8

/** Open MOCK, IAM-signed and pool-token requests. Takes about a minute. */
export async function benchGateway(): Promise<readonly BenchRow[]> {
  const root = findRoot(import.meta.dirname)
  const folder = await mkdtemp(join(root, 'node_modules/.bench-'))
  const children: ChildProcess[] = []
  try {
    const outfile = join(folder, 'gateway.server.mjs')
    const entry = join(root, 'bench/gateway.server.ts')
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' })
    const ours = await startServer(outfile, 'gateway', children)
    const peer = await startServer(outfile, 'peer', children)
    const host = `127.0.0.1:${ours.port}`
    const given = await ask(ours.child, { ask: 'credentials', host }, 'credentials')
    const plain: BenchHeaders = [['Host', host]]
    return [
      await measure('open MOCK route', 1.5, ours, peer, OPEN_PATH, plain),
      await measure('IAM-signed request', 2.0, ours, peer, SIGNED_PATH, given.signed),
      await measure('user-pool token', 1.8, ours, peer, TOKEN_PATH, given.token),
    ]
  } finally {
    for (const child of children) child.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}

interface BenchServer {
  readonly child: ChildProcess
  readonly port: number
}

async function measure(
  name: string,
  target: number,
  ours: BenchServer,
  peer: BenchServer,
  path: string,
  headers: BenchHeaders,
): Promise<BenchRow> {
  const request = `GET ${path} HTTP/1.1\r\n${headers.map(([header, value]) => `${header}: ${value}\r\n`).join('')}User-Agent: bench\r\nAccept: */*\r\n\r\n`
  await teachPeer(ours, peer, path, headers)
  const cost = async ({ child, port }: BenchServer, requests: number) => {
    const before = await ask(child, { ask: 'cpu' }, 'cpu')
    await sendLoad({ port, request, requests, connections: CONNECTIONS, expectStatus: 200 })
    return ((await ask(child, { ask: 'cpu' }, 'cpu')).us - before.us) / requests
  }
  await cost(ours, WARM_UP)
  await cost(peer, WARM_UP)
  const rounds: { ours: number; peer: number }[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push({ peer: await cost(peer, REQUESTS), ours: await cost(ours, REQUESTS) })
  rounds.sort((a, b) => a.ours / a.peer - b.ours / b.peer)
  const median = rounds[Math.floor(ROUNDS / 2)]!
  return { name, ...median, ratio: median.ours / median.peer, target }
}

/** The peer answers the very headers and body that the gateway gives to this request. */
async function teachPeer(ours: BenchServer, peer: BenchServer, path: string, headers: BenchHeaders): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${ours.port}${path}`, {
    headers: Object.fromEntries(headers.filter(([name]) => name !== 'Host')),
  })
  const body = await response.text()
  if (response.status !== 200) throw new Error(`The gateway answers ${path} with ${response.status}: ${body}`)
  const hop = new Set(['connection', 'date', 'keep-alive'])
  await ask(peer.child, { ask: 'answer', headers: [...response.headers].filter(([name]) => !hop.has(name)), body }, 'ok')
}

async function startServer(file: string, mode: 'gateway' | 'peer', children: ChildProcess[]): Promise<BenchServer> {
  const child = fork(file, { env: { ...process.env, BENCH_MODE: mode, NODE_ENV: 'production' } })
  children.push(child)
  return { child, port: (await answerOf(child, 'ready')).port }
}

function ask<T extends FromServer['tell']>(child: ChildProcess, message: ToServer, expected: T): Promise<Extract<FromServer, { tell: T }>> {
  const answer = answerOf(child, expected)
  child.send(message)
  return answer
}

function answerOf<T extends FromServer['tell']>(child: ChildProcess, expected: T): Promise<Extract<FromServer, { tell: T }>> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: FromServer) => {
      if (message.tell !== expected) return
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(message as Extract<FromServer, { tell: T }>)
    }
    const onExit = (code: number | null) => reject(new Error(`A bench server ended with ${code}.`))
    child.on('message', onMessage)
    child.once('exit', onExit)
  })
}

/** The repository, from here or from where this file was bundled to. */
function findRoot(from: string): string {
  let folder = from
  while (!existsSync(join(folder, 'bench/gateway.server.ts'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`No repository above ${from}.`)
    folder = parent
  }
  return folder
}
