import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RouteSpec } from '../domain/derived-api'
import { createTestGateway, send } from './testing/harness'
import { makeApi, makeWorld, proxy, route } from './testing/world'

/** Everything is open but `/secret` and what lies below it, by a Deny on the concrete path. */
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Sid: 'NoSecret',
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: ['execute-api:/prod/*/secret', 'execute-api:/prod/*/secret/*'],
    },
  ],
})

const upstream = proxy('http://echo.test/{name}')
const SECRET = route('GET', '/secret', { type: 'NONE' }, upstream)
const ANYTHING = route('ANY', '/{name}', { type: 'NONE' }, upstream)
const PUBLIC = route('GET', '/public')

function createGuarded(routes: readonly RouteSpec[]) {
  return createTestGateway({ world: makeWorld({ apis: [makeApi({ policy: POLICY, derived: { routes, authorizers: [] } })] }) })
}

/** The path as a server may take it: decoded, but an encoded slash stays data, repeated and trailing slashes gone. */
function readAsServer(url: string): string {
  const path = decodeURIComponent(new URL(url).pathname.replace(/%(2f|5c)/gi, '%25$1'))
  return path.replace(/\/+/g, '/').replace(/\/$/, '')
}

/** Spellings that a server might read as `secret`. */
const letter = (character: string) =>
  fc.constantFrom(character, `%${character.charCodeAt(0).toString(16)}`, `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
const word = fc.tuple(...[...'secret'].map(letter)).map((letters) => letters.join(''))
const before = fc.constantFrom('/', '//', '///', '/./', '/x/../', '/%2e/', '/%2E%2e/', '/;/', '/.;/')
const after = fc.constantFrom(
  '',
  '/',
  '//',
  '/.',
  '/./',
  ';',
  ';x',
  '/;',
  '?',
  '?x=1',
  '%20',
  '%00',
  '/..',
  '/x/..',
  '%2f',
  '%5c',
  '.',
  '#',
)

describe('a Deny on a route holds for every spelling that reaches it', () => {
  it('no spelling of a denied route is let through', async () => {
    await fc.assert(
      fc.asyncProperty(before, word, after, async (start, middle, end) => {
        const test = createGuarded([SECRET, PUBLIC])
        const response = await send(test, { path: `${start}${middle}${end}` })
        expect([400, 403]).toContain(response.status)
        expect(test.sent).toHaveLength(0)
      }),
      { numRuns: 500 },
    )
  })

  it('beside a route that takes any name, nothing that reads as the denied path reaches the upstream', async () => {
    await fc.assert(
      fc.asyncProperty(before, word, after, async (start, middle, end) => {
        const test = createGuarded([SECRET, ANYTHING, PUBLIC])
        await send(test, { path: `${start}${middle}${end}` })
        for (const { url } of test.sent) expect(readAsServer(url)).not.toBe('/secret')
      }),
      { numRuns: 500 },
    )
  })

  it.each(['/secret', '/secret/', '//secret', '/%73ecret', '/secre%74/', '/secret?x=1'])('%s is denied', async (path) => {
    const test = createGuarded([SECRET, ANYTHING, PUBLIC])
    expect((await send(test, { path })).status).toBe(403)
    expect(test.records[0]).toMatchObject({ reasonCode: 'EXPLICIT_DENY', path: '/secret' })
  })

  it('route, ARN and log speak of one path', async () => {
    const test = createGuarded([SECRET, ANYTHING, PUBLIC])
    await send(test, { path: '//%70ublic/' })
    const decision = test.records[0]!.decision()
    expect(test.records[0]).toMatchObject({ path: '/public', routeKey: 'GET /public', status: 200 })
    expect(decision.stages[1]?.detail[0]).toEqual({ label: 'Canonical path', value: '/public' })
  })
})
