/** The functions that the guest may ask the host for. Each takes and gives JSON; work is bounded by the guest's memory. */
import {
  createHash,
  createHmac,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  randomUUID,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { z } from 'zod'
import type { WorkerSetup } from '../messages'
import type { ScriptLog } from '../script-runner'

const LOG_LINES_MAX = 100
const RANDOM_BYTES_MAX = 65536

const base64 = z.string().transform((text) => Buffer.from(text, 'base64'))
const algorithm = z.string().max(32)
const key = z.union([z.object({ pem: z.string() }), z.object({ jwk: z.record(z.string(), z.unknown()) })])

/** Answers one call; the value is what JSON can hold. Throws what the guest should see as its error. */
export type HostCall = (argumentsJson: string) => unknown

/** Returns the calls by name. Lines logged by the guest are appended to `logs`, 100 at most. */
export function createHostCalls(setup: WorkerSetup, logs: ScriptLog[]): ReadonlyMap<string, HostCall> {
  return new Map<string, HostCall>([
    ['setup', () => ({ environment: setup.environment, tables: setup.tables })],
    [
      'log',
      call(z.tuple([z.enum(['log', 'info', 'warn', 'error', 'debug']), z.string()]), ([level, message]) => log(logs, level, message)),
    ],
    ['decodeUtf8', call(z.tuple([base64]), ([bytes]) => bytes.toString('utf8'))],
    ['hash', call(z.tuple([algorithm, base64]), ([name, data]) => createHash(name).update(data).digest('base64'))],
    ['hmac', call(z.tuple([algorithm, base64, base64]), ([name, secret, data]) => createHmac(name, secret).update(data).digest('base64'))],
    [
      'verify',
      call(z.tuple([algorithm, base64, key, base64]), ([name, data, from, signature]) =>
        verify(digestName(name), data, publicKey(from), signature),
      ),
    ],
    ['timingSafeEqual', call(z.tuple([base64, base64]), ([a, b]) => equal(a, b))],
    ['randomBytes', call(z.tuple([z.number().int().min(0).max(RANDOM_BYTES_MAX)]), ([size]) => randomBytes(size).toString('base64'))],
    ['randomUUID', () => randomUUID()],
    ['parseQuery', call(z.tuple([z.string()]), ([text]) => [...new URLSearchParams(text)])],
    ['formatQuery', call(z.tuple([z.array(z.tuple([z.string(), z.string()]))]), ([pairs]) => new URLSearchParams(pairs).toString())],
    ['parseUrl', call(z.tuple([z.string(), z.string().nullable()]), ([url, base]) => urlParts(new URL(url, base ?? undefined)))],
  ])
}

function call<T>(schema: z.ZodType<T>, run: (input: T) => unknown): HostCall {
  return (argumentsJson) => {
    const parsed = schema.safeParse(JSON.parse(argumentsJson))
    if (!parsed.success) throw new TypeError(`Invalid argument: ${parsed.error.issues[0]?.message ?? 'unexpected value'}`)
    return run(parsed.data)
  }
}

function log(logs: ScriptLog[], level: ScriptLog['level'], message: string): null {
  if (logs.length < LOG_LINES_MAX) logs.push({ level, message })
  return null
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) throw new TypeError('Input buffers must have the same byte length')
  return timingSafeEqual(a, b)
}

function digestName(name: string): string {
  return name.replace(/^RSA-/i, '')
}

function publicKey(from: z.output<typeof key>): KeyObject {
  return 'pem' in from ? createPublicKey(from.pem) : createPublicKey({ key: from.jwk as JsonWebKey, format: 'jwk' })
}

function urlParts(url: URL): Record<string, string> {
  const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } = url
  return { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash }
}
