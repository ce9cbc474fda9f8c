import { generateKeyPairSync, sign } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LambdaFunction } from '../domain/world'
import { createScriptRunner } from './runner'
import type { ScriptRunner } from './script-runner'
import { buildSandboxWorker } from './testing/build-worker'

let runner: ScriptRunner
let workerUrl: URL

beforeAll(async () => {
  workerUrl = await buildSandboxWorker()
  runner = createScriptRunner({ workerUrl })
})
afterAll(async () => {
  await runner.close()
  rmSync(dirname(fileURLToPath(workerUrl)), { recursive: true })
})

let count = 0
function fn(code: string, patch: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    account: '111122223333',
    region: 'us-east-1',
    name: `fn-${++count}`,
    handler: 'index.handler',
    code,
    environment: new Map([['SECRET', 'shh']]),
    timeoutMs: 500,
    memoryMb: 32,
    tables: new Map([['roles', new Map([['7', 'gold']])]]),
    events: [],
    ...patch,
  }
}
const handler = (body: string) => `export const handler = async (event) => { ${body} }`

describe('a script gives its result', () => {
  it.each([
    ['an async module', handler('return { got: event.a }'), { got: 1 }],
    ['a minified module', 'var a=async e=>({got:e.a});export{a as handler};', { got: 1 }],
    ['a module on one line', 'const n = 0; export async function handler(event) { return { got: event.a + n } }', { got: 1 }],
    ['CommonJS', 'exports.handler = async (event) => ({ got: event.a })', { got: 1 }],
    ['module.exports', 'module.exports = { handler: (event) => ({ got: event.a }) }', { got: 1 }],
    ['a callback', 'exports.handler = (event, context, callback) => { callback(null, { got: event.a }) }', { got: 1 }],
    ['context.succeed', 'exports.handler = (event, context) => { context.succeed({ got: event.a }) }', { got: 1 }],
    ['after a timer', handler('await new Promise((r) => setTimeout(r, 5)); return { got: 1 }'), { got: 1 }],
    ['nothing', handler(''), null],
    ['a promise that never settles, as Lambda: null', handler('await new Promise(() => {})'), null],
    [
      'its environment and tables',
      handler('return [process.env.SECRET, tables.get("roles", "7"), tables.get("roles", "8") ?? null]'),
      ['shh', 'gold', null],
    ],
    [
      'with URL and query',
      handler('const u = new URL("https://a.example/x?b=1&b=2"); return [u.host, u.searchParams.getAll("b")]'),
      ['a.example', ['1', '2']],
    ],
    ['with Buffer', handler('return Buffer.from("aGk_", "base64url").toString("hex") + Buffer.from("é").toString("base64")'), '68693fw6k='],
    ['with atob and btoa', handler('return atob(btoa("hello"))'), 'hello'],
  ])('%s', async (_name, code, value) => {
    expect(await runner.invoke(fn(code), { a: 1 })).toMatchObject({ ok: true, value })
  })

  it('computes HMAC and verifies RSA through the host', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signature = sign('sha256', Buffer.from('hello'), privateKey).toString('base64')
    const code = `import { createHmac, createHash, createVerify, verify, createPublicKey, timingSafeEqual } from 'node:crypto'
      export const handler = async (event) => [
        createHmac('sha256', 'key').update('hello').digest('hex'),
        createHash('sha256').update('hello').digest('base64'),
        createVerify('RSA-SHA256').update('hello').verify(event.pem, event.signature, 'base64'),
        verify('sha256', Buffer.from('hellO'), createPublicKey({ key: event.jwk, format: 'jwk' }), Buffer.from(event.signature, 'base64')),
        timingSafeEqual(Buffer.from('a'), Buffer.from('a')),
      ]`
    const event = { pem: publicKey.export({ type: 'spki', format: 'pem' }), jwk: publicKey.export({ format: 'jwk' }), signature }
    expect(await runner.invoke(fn(code), event)).toMatchObject({
      ok: true,
      value: [
        '9307b3b915efb5171ff14d8cb55fbcc798c6c0ef1456d66ded1a6aa723a58b7b',
        'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
        true,
        false,
        true,
      ],
    })
  })

  it('keeps its state between invocations, as on Lambda', async () => {
    const counter = fn('let n = 0\nexport const handler = async () => ++n')
    expect(await runner.invoke(counter, {})).toMatchObject({ value: 1 })
    expect(await runner.invoke(counter, {})).toMatchObject({ value: 2 })
    expect(await runner.invoke({ ...counter, code: `${counter.code} ` }, {})).toMatchObject({ value: 1 })
  })

  it('gives the log lines of this invocation only', async () => {
    const logging = fn(handler('console.log("a", { b: 1 }); console.error("c")'))
    await runner.invoke(logging, {})
    const { logs } = await runner.invoke(logging, {})
    expect(logs).toEqual([
      { level: 'log', message: 'a {"b":1}' },
      { level: 'error', message: 'c' },
    ])
  })
})

describe('a script that fails is told by kind', () => {
  it.each([
    ['error', handler('throw new Error("Unauthorized")'), { errorMessage: 'Unauthorized', errorType: 'Error' }],
    ['error', handler('throw new TypeError("no")'), { errorMessage: 'no', errorType: 'TypeError' }],
    ['error', 'exports.handler = (event, context, callback) => callback("Unauthorized")', { errorMessage: 'Unauthorized' }],
    ['timeout', handler('while (true) {}'), {}],
    ['timeout', handler('for (;;) await null'), {}],
    ['timeout', handler('/^(a+)+$/.test("a".repeat(40) + "b")'), {}],
    ['timeout', handler('await new Promise((r) => setTimeout(r, 60000))'), {}],
    ['memory', handler('const all = []; for (;;) all.push(new Uint8Array(1 << 20).fill(1))'), {}],
    ['syntax', 'export const handler = async (event) => {', {}],
    ['syntax', 'export const other = 1', { errorType: 'Runtime.HandlerNotFound' }],
    ['error', 'import fs from "node:fs"\nexport const handler = async () => 1', {}],
    ['badResult', handler('return "x".repeat(9000)'), {}],
    ['error', handler('const a = {}; a.a = a; return a'), {}],
    ['error', handler('return 1n'), {}],
  ])('%s: %s', async (kind, code, rest) => {
    expect(await runner.invoke(fn(code), {})).toMatchObject({ ok: false, kind, ...rest })
  })

  it('deep recursion is an error of the script, not of the process', async () => {
    const result = await runner.invoke(fn('const f = (n) => f(n + 1) + 1\nexport const handler = async () => f(0)'), {})
    expect(result.ok).toBe(false)
  })

  it('the next invocation after a time-out is unharmed', async () => {
    const once = fn(handler('if (event.loop) for (;;) {} ; return "fine"'))
    expect(await runner.invoke(once, { loop: true })).toMatchObject({ ok: false, kind: 'timeout' })
    expect(await runner.invoke(once, {})).toMatchObject({ ok: true, value: 'fine' })
  })

  it('others go on while one loops', async () => {
    const [bad, good] = await Promise.all([runner.invoke(fn(handler('for (;;) {}')), {}), runner.invoke(fn(handler('return 1')), {})])
    expect(bad).toMatchObject({ kind: 'timeout' })
    expect(good).toMatchObject({ value: 1 })
  })

  it('a full queue is answered at once', async () => {
    const slow = fn(handler('await new Promise((r) => setTimeout(r, 30)); return 1'), { timeoutMs: 5000 })
    const results = await Promise.all(Array.from({ length: 110 }, () => runner.invoke(slow, {})))
    const kinds = results.map((result) => (result.ok ? 'ok' : result.kind))
    expect(kinds.filter((kind) => kind === 'overloaded').length).toBe(8)
    expect(kinds.filter((kind) => kind === 'ok').length).toBe(102)
  })
})

describe('a script has no way out', () => {
  it.each([
    'process.exit',
    'globalThis.fetch',
    'globalThis.Deno',
    'globalThis.WebAssembly',
    'globalThis.__call',
    'globalThis.std',
    'globalThis.os',
  ])('%s is not there', async (name) => {
    expect(await runner.invoke(fn(handler(`return typeof ${name}`)), {})).toMatchObject({ value: 'undefined' })
  })
  it.each(['child_process', 'node:fs', 'worker_threads', 'net'])('require(%s) is refused', async (name) => {
    expect(await runner.invoke(fn(`exports.handler = async () => require('${name}')`), {})).toMatchObject({ ok: false, kind: 'error' })
  })
  it('the constructor chain ends inside the guest', async () => {
    const code = handler(`return console.log.constructor('return typeof process.mainModule + typeof process.binding')()`)
    expect(await runner.invoke(fn(code), {})).toMatchObject({ value: 'undefinedundefined' })
  })
})

describe('check', () => {
  it('names line and message of a syntax error', async () => {
    expect(await runner.check(fn('export const handler = async () => {\n  return (\n}'))).toMatchObject({
      line: 3,
      message: expect.stringContaining('SyntaxError'),
    })
  })
  it('accepts code that loads', async () => expect(await runner.check(fn(handler('return 1')))).toBeNull())
})
