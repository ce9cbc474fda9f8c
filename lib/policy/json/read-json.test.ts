import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNode, pointerAt, readJson, toPlain, toPointer } from '../index'

/** A broken text, the messages it gets with the text they point at, and what could still be read. */
const BROKEN: readonly { text: string; at: string; message: RegExp; plain?: unknown }[] = [
  { text: '', at: '', message: /empty/ },
  { text: '  ', at: '  ', message: /empty/ },
  { text: '{"a":1,}', at: '}', message: /comma too many/, plain: { a: 1 } },
  { text: '[1,2,]', at: ']', message: /comma too many/, plain: [1, 2] },
  { text: '{"a":1 "b":2}', at: '"', message: /comma is missing/, plain: { a: 1, b: 2 } },
  { text: '{"a" 1}', at: '1', message: /colon/ },
  { text: '{"a":}', at: '}', message: /value of this key is missing/, plain: {} },
  { text: '{a:1}', at: 'a', message: /double quotes/, plain: { a: 1 } },
  { text: "{'a':1}", at: "'", message: /double quotes/, plain: { a: 1 } },
  { text: '{"a":1', at: '{', message: /never closed/, plain: { a: 1 } },
  { text: '{"a":[1}', at: '[', message: /never closed/, plain: { a: [1] } },
  { text: '{"a":"x', at: '"x', message: /no closing quote/, plain: { a: 'x' } },
  { text: '{"a":01}', at: '01', message: /not a JSON value/ },
  { text: '{"a":True}', at: 'True', message: /not a JSON value/ },
  { text: '{"a":"\\x"}', at: '\\x', message: /escape/ },
  { text: '// c\n{}', at: '// c', message: /comments/, plain: {} },
  { text: '{} x', at: 'x', message: /Nothing may follow/, plain: {} },
  { text: ']', at: ']', message: /missing/ },
  { text: '{"a":1,"b":2,"a":3}', at: '"a"', message: /already used/, plain: { a: 3, b: 2 } },
]

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { root, problems } = readJson(text)
        expect(problems).toEqual([])
        expect(JSON.stringify(root && toPlain(root))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('never throws, and finds a problem wherever JSON.parse does', () => {
    const text = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', '-', '\\', ' ', '\n', 'true', '/', '*'),
      maxLength: 24,
    })
    const parses = (value: string) => {
      try {
        JSON.parse(value)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(text, (value) => {
        const { problems } = readJson(value)
        expect(problems.every(({ code }) => code === 'duplicateKey')).toBe(parses(value))
        for (const { range } of problems) {
          expect(range.start).toBeLessThanOrEqual(range.end)
          expect(range.end).toBeLessThanOrEqual(value.length)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it.each(BROKEN)('reads on behind what is wrong in $text', ({ text, at, message, plain }) => {
    const { root, problems } = readJson(text)
    const problem = problems.find((one) => message.test(one.message))
    expect(problem, JSON.stringify(problems)).toBeDefined()
    expect(text.slice(problem?.range.start, problem?.range.end)).toBe(at)
    if (plain !== undefined) expect(JSON.parse(JSON.stringify(root && toPlain(root)))).toEqual(plain)
  })

  it('keeps UTF-16 offsets of every key and value', () => {
    const text = '{ "é😀" : [ "\\u0041", -1.5e3 ] }'
    const { root } = readJson(text)
    const list = root && findNode(root, '/é😀')
    expect(list && text.slice(list.range.start, list.range.end)).toBe('[ "\\u0041", -1.5e3 ]')
    expect(root && pointerAt(root, text.indexOf('1.5'))).toBe('/é😀/1')
    expect(root && findNode(root, '/é😀/0')).toMatchObject({ value: 'A' })
  })

  it('bounds the depth', () => {
    const { problems } = readJson('['.repeat(100_000))
    expect(problems.map(({ code }) => code)).toContain('tooDeep')
  })

  it('makes objects without a prototype', () => {
    const { root } = readJson('{"__proto__":{"polluted":true},"constructor":1}')
    const plain = root && toPlain(root)
    expect(Object.getPrototypeOf(plain)).toBeNull()
    expect(Object.keys(plain as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('escapes pointers', () => {
    expect(toPointer(['a/b', 'm~n', 0])).toBe('/a~1b/m~0n/0')
    const { root } = readJson('{"a/b":{"m~n":[7]}}')
    expect(root && findNode(root, '/a~1b/m~0n/0')).toMatchObject({ value: 7 })
  })
})
