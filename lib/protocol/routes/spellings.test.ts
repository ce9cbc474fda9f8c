import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPath, compileRoutes, matchHttp, matchRest, parsePath } from '.'
import { PATH_CHARS_MAX, SEGMENTS_MAX } from './path'

const EQUAL: readonly (readonly [string, string])[] = [
  ['/x', '/x/'],
  ['/x', '//x'],
  ['/x', '/x///'],
  ['/x', '/%78'],
  ['/x%2Fy', '/x%2fy'],
  ['/~a-b_c.d', '/%7Ea%2Db%5Fc%2ed'],
]
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['/x', '/x;'],
  ['/x', '/x;jsessionid=1'],
  ['/x/y', '/x//y'],
  ['/x/y', '/x%2Fy'],
  ['/x/y', '/x\\y'],
  ['/x\\y', '/x%5Cy'],
  ['/x', '/X'],
  ['/x', '/x%00'],
  ['/x', '/x%20'],
  ['/x', '/x.'],
  ['/x@y', '/x%40y'],
  ['/x', '/%2578'],
  ['/x', '/x\u0000'],
  ['/x', '/x%2F'],
]
const REFUSED: readonly (readonly [string, string])[] = [
  ['/./x', 'dotSegment'],
  ['/x/.', 'dotSegment'],
  ['/y/../x', 'dotSegment'],
  ['/%2e/x', 'dotSegment'],
  ['/y/.%2E/x', 'dotSegment'],
  ['/y/%2e%2e/x', 'dotSegment'],
  ['/%', 'badEscape'],
  ['/%7', 'badEscape'],
  ['/%7g', 'badEscape'],
  ['/%%378', 'badEscape'],
  ['/%u0078', 'badEscape'],
  [`/${'a'.repeat(PATH_CHARS_MAX)}`, 'tooLong'],
  ['/a'.repeat(SEGMENTS_MAX + 1), 'tooManySegments'],
]

const pathOf = (raw: string) => {
  const parsed = parsePath(raw)
  return parsed.ok ? canonicalPath(parsed.segments) : parsed.failure
}

describe('spellings of a path', () => {
  it.each(EQUAL)('%s and %s are equal', (a, b) => {
    expect(pathOf(a)).toBe(pathOf(b))
  })
  it.each(DIFFERENT)('%j and %j are different', (a, b) => {
    expect(pathOf(a)).not.toBe(pathOf(b))
  })
  it.each(REFUSED)('%j is refused: %s', (raw, failure) => {
    expect(pathOf(raw)).toBe(failure)
  })
})

/** Characters and tricks that spellings of a path are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    'admin',
    'a',
    '/',
    '//',
    '.',
    '..',
    ';',
    '\\',
    '%2f',
    '%2F',
    '%2e',
    '%2E',
    '%61',
    '%41',
    '%25',
    '%00',
    '%',
    '@',
    '+',
    '\u0001',
    '\u00e9',
  ),
  fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, '0')}`),
  fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
)
const anyPath = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`)

describe('laws of the canonical path', () => {
  it('is its own canonical path', () => {
    fc.assert(
      fc.property(anyPath, (raw) => {
        const parsed = parsePath(raw)
        fc.pre(parsed.ok)
        expect(parsePath(pathOf(raw))).toEqual(parsed)
      }),
    )
  })

  it('has one spelling for each octet: text with the same canonical path decodes to the same segments', () => {
    const decode = (raw: string) =>
      raw
        .replace(/^\/+|\/+$/g, '')
        .split('/')
        .map((segment) => segment.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    fc.assert(
      fc.property(anyPath, (raw) => {
        const parsed = parsePath(raw)
        fc.pre(parsed.ok)
        expect(decode(pathOf(raw))).toEqual(decode(raw))
      }),
    )
  })

  it('of a literal route is always the one of its template, whatever the spelling', () => {
    const routes = compileRoutes([{ method: 'GET', path: '/admin/a' }])
    const spelling = fc
      .tuple(
        ...[...'/admin/a'].map((letter) =>
          fc.constantFrom(letter, ...(letter === '/' ? ['//', '/./', '%2f'] : [escaped(letter), escaped(letter).toLowerCase()])),
        ),
      )
      .map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.oneof(anyPath, spelling), (raw) => {
        const parsed = parsePath(raw)
        for (const match of [matchRest, matchHttp]) {
          if (parsed.ok && match(routes, 'GET', parsed.segments)) expect(canonicalPath(parsed.segments)).toBe('/admin/a')
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
}
