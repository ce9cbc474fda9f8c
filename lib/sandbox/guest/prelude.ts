/**
 * Source text that runs inside the guest before the script: what a Node Lambda finds and QuickJS lacks.
 * `__call(name, json)` is the only way out; host-calls.ts answers it. Bytes cross as base64.
 */
export const PRELUDE = String.raw`
(() => {
  const hostCall = globalThis.__call
  delete globalThis.__call
  const call = (name, ...args) => {
    const answer = JSON.parse(hostCall(name, JSON.stringify(args)))
    if (answer.ok) return answer.value
    throw new (answer.type === 'TypeError' ? TypeError : Error)(answer.message)
  }
  const define = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false })

  const format = (value) => {
    if (typeof value === 'string') return value
    if (value instanceof Error) return value.stack ? value + '\n' + value.stack : String(value)
    try { return JSON.stringify(value) ?? String(value) } catch { return String(value) }
  }
  const logger = (level) => (...parts) => { call('log', level, parts.map(format).join(' ').slice(0, 2000)) }
  define('console', Object.freeze({ log: logger('log'), info: logger('info'), warn: logger('warn'), error: logger('error'), debug: logger('debug') }))

  const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const LOOKUP = new Map([...B64].map((char, index) => [char, index]).concat([['-', 62], ['_', 63]]))
  const toBase64 = (bytes) => {
    let text = ''
    for (let i = 0; i < bytes.length; i += 3) {
      const n = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
      text += B64[n >> 18] + B64[(n >> 12) & 63] + (i + 1 < bytes.length ? B64[(n >> 6) & 63] : '=') + (i + 2 < bytes.length ? B64[n & 63] : '=')
    }
    return text
  }
  const fromBase64 = (text) => {
    const bytes = []
    let bits = 0, count = 0
    for (const char of String(text)) {
      const value = LOOKUP.get(char)
      if (value === undefined) continue
      bits = (bits << 6) | value
      count += 6
      if (count >= 8) { count -= 8; bytes.push((bits >> count) & 255) }
    }
    return Uint8Array.from(bytes)
  }
  const encodeUtf8 = (text) => {
    const bytes = []
    for (const char of String(text)) {
      let point = char.codePointAt(0)
      if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
      if (point < 0x80) bytes.push(point)
      else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
      else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
      else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    }
    return Uint8Array.from(bytes)
  }
  const asBytes = (data) => {
    if (data instanceof ArrayBuffer) return new Uint8Array(data)
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    return encodeUtf8(data)
  }
  const decodeUtf8 = (bytes) => call('decodeUtf8', toBase64(bytes))

  define('TextEncoder', class TextEncoder { get encoding() { return 'utf-8' } encode(text = '') { return encodeUtf8(text) } })
  define('TextDecoder', class TextDecoder {
    constructor(label = 'utf-8') { if (!/^utf-?8$/i.test(label)) throw new RangeError('Only utf-8 is supported') }
    get encoding() { return 'utf-8' }
    decode(data) { return data === undefined ? '' : decodeUtf8(asBytes(data)) }
  })
  define('btoa', (text) => toBase64(Uint8Array.from(String(text), (char) => {
    if (char.charCodeAt(0) > 255) throw new Error('The string contains characters outside of Latin1')
    return char.charCodeAt(0)
  })))
  define('atob', (text) => {
    const trimmed = String(text).replace(/[\t\n\f\r ]/g, '')
    if (/[^A-Za-z0-9+/=]/.test(trimmed) || trimmed.replace(/=+$/, '').length % 4 === 1) throw new Error('The string is not correctly encoded')
    return Array.from(fromBase64(trimmed), (byte) => String.fromCharCode(byte)).join('')
  })

  class Buffer extends Uint8Array {
    static from(data, encoding = 'utf8') {
      if (typeof data !== 'string') return new Buffer(data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? asBytes(data).slice() : Uint8Array.from(data))
      const kind = String(encoding).toLowerCase()
      if (kind === 'base64' || kind === 'base64url') return new Buffer(fromBase64(data))
      if (kind === 'hex') return new Buffer(Uint8Array.from((data.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16))))
      if (kind === 'latin1' || kind === 'binary' || kind === 'ascii') return new Buffer(Uint8Array.from(data, (char) => char.charCodeAt(0) & 255))
      return new Buffer(encodeUtf8(data))
    }
    static alloc(size) { return new Buffer(size) }
    static concat(list) {
      const all = new Buffer(list.reduce((sum, part) => sum + part.length, 0))
      let at = 0
      for (const part of list) { all.set(part, at); at += part.length }
      return all
    }
    static isBuffer(value) { return value instanceof Buffer }
    static byteLength(data, encoding) { return typeof data === 'string' ? Buffer.from(data, encoding).length : data.byteLength }
    equals(other) { return this.length === other.length && this.every((byte, index) => byte === other[index]) }
    toString(encoding = 'utf8') {
      const kind = String(encoding).toLowerCase()
      if (kind === 'hex') return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('')
      if (kind === 'base64') return toBase64(this)
      if (kind === 'base64url') return toBase64(this).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
      if (kind === 'latin1' || kind === 'binary' || kind === 'ascii') return Array.from(this, (byte) => String.fromCharCode(byte)).join('')
      return decodeUtf8(this)
    }
    toJSON() { return { type: 'Buffer', data: Array.from(this) } }
  }
  define('Buffer', Buffer)

  const output = (base64, encoding) => {
    const bytes = Buffer.from(base64, 'base64')
    return encoding === undefined || encoding === 'buffer' ? bytes : bytes.toString(encoding)
  }
  const collector = (finish) => {
    const parts = []
    const self = {
      update(data, encoding) { parts.push(typeof data === 'string' ? Buffer.from(data, encoding) : asBytes(data)); return self },
      ...finish(() => toBase64(Buffer.concat(parts))),
    }
    return self
  }
  const keyText = (key) => {
    if (typeof key === 'string') return { pem: key }
    if (key && key.__key) return key.__key
    if (key && key.format === 'jwk') return { jwk: key.key }
    if (key && typeof key.key === 'string') return { pem: key.key }
    if (ArrayBuffer.isView(key)) return { pem: decodeUtf8(asBytes(key)) }
    throw new TypeError('The key must be PEM text or a JWK')
  }
  const signature = (value, encoding) => toBase64(typeof value === 'string' ? Buffer.from(value, encoding) : asBytes(value))
  const crypto = Object.freeze({
    createHash: (algorithm) => collector((data) => ({ digest: (encoding) => output(call('hash', algorithm, data()), encoding) })),
    createHmac: (algorithm, key) => collector((data) => ({ digest: (encoding) => output(call('hmac', algorithm, toBase64(asBytes(key)), data()), encoding) })),
    createVerify: (algorithm) => collector((data) => ({ verify: (key, value, encoding) => call('verify', algorithm, data(), keyText(key), signature(value, encoding)) })),
    verify: (algorithm, data, key, value) => call('verify', algorithm, toBase64(asBytes(data)), keyText(key), signature(value)),
    createPublicKey: (key) => ({ __key: keyText(key), type: 'public' }),
    timingSafeEqual: (a, b) => call('timingSafeEqual', toBase64(asBytes(a)), toBase64(asBytes(b))),
    randomBytes: (size) => output(call('randomBytes', size)),
    randomUUID: () => call('randomUUID'),
    getRandomValues: (view) => { asBytes(view).set(fromBase64(call('randomBytes', view.byteLength))); return view },
  })
  define('crypto', crypto)

  class URLSearchParams {
    #pairs
    constructor(init = '') {
      if (typeof init === 'string') this.#pairs = call('parseQuery', init)
      else if (init && typeof init[Symbol.iterator] === 'function') this.#pairs = Array.from(init, ([name, value]) => [String(name), String(value)])
      else this.#pairs = Object.entries(init ?? {}).map(([name, value]) => [name, String(value)])
    }
    get(name) { const hit = this.#pairs.find((pair) => pair[0] === name); return hit ? hit[1] : null }
    getAll(name) { return this.#pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]) }
    has(name) { return this.#pairs.some((pair) => pair[0] === name) }
    append(name, value) { this.#pairs.push([String(name), String(value)]) }
    set(name, value) { this.delete(name); this.append(name, value) }
    delete(name) { this.#pairs = this.#pairs.filter((pair) => pair[0] !== name) }
    forEach(visit) { for (const [name, value] of this.#pairs) visit(value, name, this) }
    entries() { return this.#pairs.map((pair) => [...pair])[Symbol.iterator]() }
    keys() { return this.#pairs.map((pair) => pair[0])[Symbol.iterator]() }
    values() { return this.#pairs.map((pair) => pair[1])[Symbol.iterator]() }
    [Symbol.iterator]() { return this.entries() }
    toString() { return call('formatQuery', this.#pairs) }
  }
  define('URLSearchParams', URLSearchParams)
  define('URL', class URL {
    constructor(url, base) {
      const parts = call('parseUrl', String(url), base === undefined ? null : String(base))
      Object.assign(this, parts)
      this.searchParams = new URLSearchParams(parts.search)
    }
    static canParse(url, base) { try { new this(url, base); return true } catch { return false } }
    toString() { return this.href }
    toJSON() { return this.href }
  })

  let nextTimer = 1
  const timers = new Map()
  define('setTimeout', (run, delayMs = 0, ...args) => {
    const id = nextTimer++
    timers.set(id, { at: Date.now() + Math.max(0, Number(delayMs) || 0), run: () => run(...args) })
    return id
  })
  define('clearTimeout', (id) => { timers.delete(id) })
  define('queueMicrotask', (run) => { Promise.resolve().then(run) })

  const modules = new Map([['crypto', crypto], ['node:crypto', crypto], ['buffer', { Buffer }], ['node:buffer', { Buffer }], ['url', { URL, URLSearchParams }], ['node:url', { URL, URLSearchParams }]])
  define('require', (name) => {
    const found = modules.get(name)
    if (!found) { const error = new Error("Cannot find module '" + name + "'"); error.code = 'MODULE_NOT_FOUND'; throw error }
    return found
  })

  const setup = JSON.parse(hostCall('setup', '[]')).value
  define('process', Object.freeze({ env: Object.fromEntries(setup.environment), nextTick: (run, ...args) => { Promise.resolve().then(() => run(...args)) } }))
  const tables = new Map(setup.tables.map(([name, rows]) => [name, new Map(rows)]))
  define('tables', Object.freeze({
    get: (table, key) => tables.get(table)?.get(key),
    has: (table, key) => tables.get(table)?.has(key) ?? false,
    keys: (table) => [...(tables.get(table)?.keys() ?? [])],
  }))

  let state = null
  const settle = (mine, ok, value) => {
    if (mine.done) return
    mine.done = true
    if (ok) {
      try { mine.json = JSON.stringify(value) ?? 'null'; mine.ok = true } catch (error) { return fail(mine, error) }
    } else fail(mine, value)
  }
  const fail = (mine, error) => {
    const isError = error instanceof Error
    mine.ok = false
    mine.errorType = isError ? String(error.name) : typeof error
    mine.errorMessage = isError ? String(error.message) : typeof error === 'string' ? error : format(error)
    mine.stack = isError ? String(error.stack ?? '') : ''
  }
  return {
    start(handler, eventJson, contextJson, deadlineMs) {
      timers.clear()
      const mine = (state = { done: false })
      const context = Object.assign(JSON.parse(contextJson), {
        getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
        done: (error, value) => settle(mine, error == null, error ?? value),
        fail: (error) => settle(mine, false, error),
        succeed: (value) => settle(mine, true, value),
      })
      try {
        const answer = handler(JSON.parse(eventJson), context, (error, value) => settle(mine, error == null, error ?? value))
        if (answer && typeof answer.then === 'function') answer.then((value) => settle(mine, true, value), (error) => settle(mine, false, error))
        else if (handler.length < 3 && answer !== undefined) settle(mine, true, answer)
      } catch (error) {
        settle(mine, false, error)
      }
    },
    poll() { return state && state.done ? JSON.stringify(state) : '' },
    nextTimerAt() { let at = -1; for (const timer of timers.values()) if (at < 0 || timer.at < at) at = timer.at; return at },
    runTimers() {
      const now = Date.now()
      for (const [id, timer] of [...timers]) if (timer.at <= now && timers.delete(id)) timer.run()
    },
  }
})()
`

/** Named exports of the modules that a script may import, by specifier. */
export const GUEST_MODULES: ReadonlyMap<string, string> = (() => {
  const crypto = moduleSource('crypto', [
    'createHash',
    'createHmac',
    'createVerify',
    'verify',
    'createPublicKey',
    'timingSafeEqual',
    'randomBytes',
    'randomUUID',
    'getRandomValues',
  ])
  const buffer = moduleSource('buffer', ['Buffer'])
  const url = moduleSource('url', ['URL', 'URLSearchParams'])
  return new Map([
    ['crypto', crypto],
    ['node:crypto', crypto],
    ['buffer', buffer],
    ['node:buffer', buffer],
    ['url', url],
    ['node:url', url],
  ])
})()

function moduleSource(name: string, exports: readonly string[]): string {
  return `const m = require('${name}')\nexport default m\nexport const { ${exports.join(', ')} } = m\n`
}
