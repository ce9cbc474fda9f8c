import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePolicy } from '../index'
import { API_ARN, policy, request } from '../testing/make'
import { matchesGlob, parseGlob } from './glob'

const RESOURCE = 'IAM user guide, reference_policies_elements_resource'
const API = 'developer guide, api-gateway-control-access-using-iam-policies-to-invoke-api'

const RESOURCES: readonly { source: string; pattern: string; arn: string; matches: boolean }[] = [
  { source: API, pattern: `${API_ARN}/prod/GET/pets`, arn: `${API_ARN}/prod/GET/pets`, matches: true },
  { source: API, pattern: `${API_ARN}/prod/GET/pets`, arn: `${API_ARN}/prod/GET/Pets`, matches: false },
  { source: API, pattern: `${API_ARN}/prod/GET/pets`, arn: `${API_ARN}/prod/GET/pets/`, matches: false },
  { source: RESOURCE, pattern: `${API_ARN}/prod/GET/pets/*`, arn: `${API_ARN}/prod/GET/pets/a/b`, matches: true },
  { source: RESOURCE, pattern: `${API_ARN}/prod/GET/pets/*`, arn: `${API_ARN}/prod/GET/pets/`, matches: true },
  { source: RESOURCE, pattern: `${API_ARN}/prod/GET/pets/*`, arn: `${API_ARN}/prod/GET/pets`, matches: false },
  { source: RESOURCE, pattern: `${API_ARN}/*/GET/x`, arn: `${API_ARN}/prod/POST/y/GET/x`, matches: true },
  { source: RESOURCE, pattern: `${API_ARN}/prod/*/pets`, arn: `${API_ARN}/prod/DELETE/pets`, matches: true },
  { source: RESOURCE, pattern: `${API_ARN}/prod/GET/pets/?`, arn: `${API_ARN}/prod/GET/pets/1`, matches: true },
  { source: RESOURCE, pattern: `${API_ARN}/prod/GET/pets/?`, arn: `${API_ARN}/prod/GET/pets/12`, matches: false },
  { source: API, pattern: 'arn:aws:execute-api:us-east-1:111122223333:*', arn: `${API_ARN}/prod/GET/pets`, matches: true },
  { source: API, pattern: 'arn:aws:execute-api:*:*:*', arn: `${API_ARN}/prod/GET/pets`, matches: true },
  { source: API, pattern: 'arn:aws:execute-api:*', arn: `${API_ARN}/prod/GET/pets`, matches: true },
  { source: RESOURCE, pattern: '*', arn: `${API_ARN}/prod/GET/pets`, matches: true },
  { source: RESOURCE, pattern: 'arn:aws:execute-api:us-*-1:111122223333:fhorders01/*', arn: `${API_ARN}/prod/GET/pets`, matches: true },
  { source: RESOURCE, pattern: 'arn:aws:*:1:111122223333:fhorders01/*', arn: `${API_ARN}/prod/GET/pets`, matches: false },
  { source: RESOURCE, pattern: 'arn:aws:execute-api:*:pets', arn: `${API_ARN}/prod/GET/pets`, matches: false },
  { source: RESOURCE, pattern: 'arn:aws:execute-api:us-east-1:1111222*:fhorders01/*', arn: `${API_ARN}/prod/GET/a:b`, matches: true },
  {
    source: 'developer guide, apigateway-resource-policies-examples',
    pattern: 'execute-api:/*',
    arn: `${API_ARN}/prod/GET/pets`,
    matches: true,
  },
  {
    source: 'developer guide, apigateway-resource-policies-examples',
    pattern: 'execute-api:/prod/GET/*',
    arn: `${API_ARN}/dev/GET/pets`,
    matches: false,
  },
  {
    source: 'developer guide, apigateway-authorization-flow: no wildcard, no match',
    pattern: `${API_ARN}/`,
    arn: `${API_ARN}/prod/GET/`,
    matches: false,
  },
]

const ACTIONS: readonly { pattern: string; action: string; matches: boolean }[] = [
  { pattern: 'execute-api:Invoke', action: 'execute-api:Invoke', matches: true },
  { pattern: 'EXECUTE-API:invoke', action: 'execute-api:Invoke', matches: true },
  { pattern: 'execute-api:*', action: 'execute-api:Invoke', matches: true },
  { pattern: 'execute-api:Inv?ke', action: 'execute-api:Invoke', matches: true },
  { pattern: 'exec*:Invoke', action: 'execute-api:Invoke', matches: true },
  { pattern: '*', action: 'execute-api:Invoke', matches: true },
  { pattern: 'execute-api:InvalidateCache', action: 'execute-api:Invoke', matches: false },
]

describe('resources', () => {
  it.each(RESOURCES)('$pattern meets $arn: $matches', ({ source, pattern, arn, matches }) => {
    const allow = policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: pattern })
    const not = policy({ Effect: 'Allow', Principal: '*', Action: '*', NotResource: [pattern, 'arn:aws:s3:::other'] })
    expect(decidePolicy(allow, request({ resource: arn })).verdict, source).toBe(matches ? 'allow' : 'silent')
    expect(decidePolicy(not, request({ resource: arn })).verdict, source).toBe(matches ? 'silent' : 'allow')
  })

  it('puts variables in literally and matches nothing without a value', () => {
    const resource = `${API_ARN}/prod/GET/teams/\${aws:PrincipalTag/team}/*`
    const allow = policy({ Effect: 'Allow', Action: '*', Resource: resource }, 'identity')
    const deny = policy({ Effect: 'Deny', Action: '*', NotResource: resource }, 'identity')
    const ask = (compiled: typeof allow, team: string | undefined, path: string) =>
      decidePolicy(
        compiled,
        request({ resource: `${API_ARN}/prod/GET/teams/${path}`, facts: team === undefined ? {} : { 'aws:PrincipalTag/team': team } }),
      ).verdict
    expect(ask(allow, 'blue', 'blue/rota')).toBe('allow')
    expect(ask(allow, 'blue', 'red/rota')).toBe('silent')
    expect(ask(allow, '*', 'red/rota')).toBe('silent')
    expect(ask(allow, undefined, 'blue/rota')).toBe('silent')
    expect(ask(deny, 'blue', 'red/rota')).toBe('deny')
    expect(ask(deny, undefined, 'red/rota')).toBe('silent')
  })

  it('has an ARN without variables mean the same in every policy of the same text', () => {
    const compiled = policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: `${API_ARN}/prod/*` })
    const verdicts = ['prod/GET/a', 'dev/GET/a', 'prod/GET/b'].map(
      (path) => decidePolicy(compiled, request({ resource: `${API_ARN}/${path}` })).verdict,
    )
    expect(verdicts).toEqual(['allow', 'silent', 'allow'])
  })
})

describe('actions', () => {
  it.each(ACTIONS)('$pattern meets $action: $matches', ({ pattern, action, matches }) => {
    const allow = policy({ Effect: 'Allow', Principal: '*', Action: pattern, Resource: '*' })
    const not = policy({ Effect: 'Allow', Principal: '*', NotAction: [pattern], Resource: '*' })
    expect(decidePolicy(allow, request({ action })).verdict).toBe(matches ? 'allow' : 'silent')
    expect(decidePolicy(not, request({ action })).verdict).toBe(matches ? 'silent' : 'allow')
  })
})

describe('globs', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 })

  it('mean what the plain definition says', () => {
    const means = (pattern: string, text: string): boolean => {
      if (pattern === '') return text === ''
      if (pattern[0] === '*') return means(pattern.slice(1), text) || (text !== '' && means(pattern, text.slice(1)))
      return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && means(pattern.slice(1), text.slice(1))
    }
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 7 })
    fc.assert(
      fc.property(patterns, letters, (pattern, text) => matchesGlob(parseGlob(pattern), text) === means(pattern, text)),
      { numRuns: 3000 },
    )
  })

  it('do not blow up on many stars', () => {
    const pattern = parseGlob(`${'a*'.repeat(2000)}b`)
    expect(matchesGlob(pattern, 'a'.repeat(10_000))).toBe(false)
  })
})
