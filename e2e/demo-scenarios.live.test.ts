/**
 * Every row of the demo's `tests:` goes three ways, and all three must agree with what the row expects:
 * decide (the gateway's fast path), explain (the tree) and a real request to the running server.
 */

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Decision } from '../lib/domain/decision'
import type { SavedTest, World } from '../lib/domain/world'
import { createAddressGuard, createUpstreamClient } from '../lib/egress'
import { compileSnapshot, createGateway } from '../lib/gateway'
import type { Gateway, RawResponse, RequestRecord } from '../lib/gateway/ports'
import type { ScriptRunner } from '../lib/sandbox'
import { createScriptRunner } from '../lib/sandbox'
import { openStore } from '../lib/store'
import { type GatehouseServer, startGatehouse } from './support/gatehouse-server'
import { sendRaw } from './support/raw-http'
import { type WireContext, wireRequest } from './support/signed-request'

const root = join(import.meta.dirname, '..')
const rows = (parse(readFileSync(join(root, 'prisma/demo/fernhill.yaml'), 'utf8')) as { tests: { name: string }[] }).tests

let server: GatehouseServer
let world: World
let scripts: ScriptRunner

beforeAll(async () => {
  server = await startGatehouse()
  const store = await openStore({ databaseUrl: server.databaseUrl, secret: server.secret })
  world = await store.config.loadWorld({ users: true })
  await store.close()
  scripts = createScriptRunner({ workerUrl: pathToFileURL(join(root, 'build/sandbox-worker.mjs')) })
}, 120_000)

afterAll(async () => {
  await scripts?.close()
  await server?.stop()
}, 60_000)

function savedTest(name: string): SavedTest {
  const found = world.tests.find((test) => test.name === name)
  if (!found) throw new Error(`The server did not keep the test ${name}`)
  return found
}

function context(): WireContext {
  return { world, publicUrl: server.url, host: new URL(server.url).host, nowMs: Date.now() }
}

/** A gateway of this process on the same world, with what it logged. */
function localGateway(): { gateway: Gateway; records: RequestRecord[] } {
  const records: RequestRecord[] = []
  const snapshot = compileSnapshot(world, { publicUrl: server.url, gatewayDomain: 'execute-api.localhost' })
  const gateway = createGateway({
    snapshot: () => snapshot,
    scripts,
    upstream: createUpstreamClient({ guard: createAddressGuard([]), isOwnAddress: () => false, connectTimeoutMs: 1000 }),
    log: { append: (record) => records.push(record) },
    clock: { nowMs: () => Date.now(), nowUs: () => Math.round(performance.now() * 1000) },
    newRequestId: randomUUID,
  })
  return { gateway, records }
}

async function decideLocally(test: SavedTest): Promise<{ response: RawResponse; record: RequestRecord; decision: Decision }> {
  const { gateway, records } = localGateway()
  let response: RawResponse | null = null
  for (const request of [...test.before, test.request]) {
    const wire = wireRequest(test, request, context())
    response = await gateway.handle({
      method: wire.method,
      target: wire.target,
      rawHeaders: wire.headers.flat(),
      body: Buffer.from(wire.body),
      peer: { address: request.sourceIp, port: 40000 },
      secure: false,
    })
  }
  const record = records.at(-1)
  if (!response || !record) throw new Error('The gateway logged nothing')
  return { response, record, decision: record.decision() }
}

async function sendLive(test: SavedTest) {
  let answer = null
  for (const request of [...test.before, test.request]) {
    const wire = wireRequest(test, request, context())
    const headers = [...wire.headers, ['X-Forwarded-For', request.sourceIp] as const, ['X-Gatehouse-Explain', '1'] as const]
    answer = await sendRaw(server.port, { ...wire, headers })
  }
  if (!answer) throw new Error('Nothing was sent')
  return answer
}

const textOf = (response: RawResponse) => (typeof response.body === 'string' ? response.body : Buffer.from(response.body).toString('utf8'))

describe('the demo scenarios', () => {
  it('cover the scenarios of this version', () => expect(rows.length).toBeGreaterThanOrEqual(20))

  it.each(rows.map((row) => row.name))('%s', async (name) => {
    const test = savedTest(name)
    const { expect: expected } = test
    const { response, record, decision } = await decideLocally(test)

    expect({ status: response.status, outcome: record.outcome }).toEqual({ status: expected.status, outcome: expected.outcome })
    expect({ outcome: decision.outcome, reasonCode: decision.reasonCode }).toEqual({
      outcome: record.outcome,
      reasonCode: record.reasonCode,
    })
    if (expected.reasonCode !== null) expect(record.reasonCode).toBe(expected.reasonCode)
    if (expected.statement !== null) expect(decision.decidedBy.sid).toBe(expected.statement)
    expect(decision.sentence).not.toBe('')

    const live = await sendLive(test)
    expect(live.status).toBe(expected.status)
    if (expected.errorType !== null) expect(live.headers.get('x-amzn-errortype')).toBe(expected.errorType)
    if (expected.body !== null) expect(live.body).toContain(expected.body)
    if (expected.outcome !== 'allow' && test.caller.type !== 'iam') expect(live.body).toBe(textOf(response))

    const id = live.headers.get('x-amzn-requestid')
    const logged = await fetch(`${server.url}/api/v1/requests/${id}`, { headers: { Authorization: `Bearer ${server.apiToken}` } })
    expect(logged.status).toBe(200)
    const entry = (await logged.json()) as { outcome: string; reasonCode: string; decision: Decision }
    expect({ outcome: entry.outcome, reasonCode: entry.reasonCode }).toEqual({ outcome: record.outcome, reasonCode: record.reasonCode })
    expect(entry.decision.decidedBy.sid ?? null).toBe(decision.decidedBy.sid ?? null)
  })
})
