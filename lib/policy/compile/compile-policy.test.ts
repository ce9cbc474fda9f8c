import { describe, expect, it } from 'vitest'
import { compilePolicy, decidePolicy, expandResource } from '../index'
import { API, API_ARN, ids, request } from '../testing/make'

const SOURCE = { type: 'api', id: 'a', name: 'a' } as const

const textOf = (resource: unknown, over: object = {}) =>
  JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: resource, ...over } })

describe('compilePolicy', () => {
  it('expands short-form resources with the API', () => {
    const result = compilePolicy(textOf('execute-api:/prod/*'), { kind: 'resource', source: SOURCE, api: API })
    expect(result.ok && decidePolicy(result.policy, request()).verdict).toBe('allow')
    expect(expandResource('execute-api:/prod/*', API)).toBe(`${API_ARN}/prod/*`)
    expect(expandResource('execute-api:/*', API)).toBe(`${API_ARN}/*`)
    expect(expandResource(`${API_ARN}/x`, API)).toBe(`${API_ARN}/x`)
  })

  it('refuses a short form that belongs to no API', () => {
    const result = compilePolicy(textOf('execute-api:/*'), { kind: 'resource', source: SOURCE })
    expect(result.ok ? [] : ids(result.findings)).toEqual(['APIGW_SHORT_ARN_NEEDS_API'])
  })

  it('says what keeps a policy from being enforced, and only that', () => {
    const result = compilePolicy(textOf('nowhere', { Effect: 'allow', Sid: 'a b' }), { kind: 'resource', source: SOURCE, api: API })
    expect(result.ok ? [] : ids(result.findings).toSorted()).toEqual(['INVALID_ARN_PREFIX', 'INVALID_EFFECT'])
  })

  it('enforces what AWS would only warn about', () => {
    const text = textOf('*', { Sid: 'a b', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.1/8' } } })
    const result = compilePolicy(text, { kind: 'resource', source: SOURCE, api: API })
    expect(result.ok && result.policy).toMatchObject({ kind: 'resource', source: SOURCE, text, statementCount: 1, canMatchAnonymous: true })
    expect(result.ok && decidePolicy(result.policy, request({ facts: { 'aws:SourceIp': '10.9.9.9' } })).verdict).toBe('allow')
  })

  it('decides alike however often and in whatever order it is asked', () => {
    const resources = Array.from({ length: 40 }, (_, index) => `${API_ARN}/prod/GET/r${index}/*`)
    const result = compilePolicy(textOf(resources), { kind: 'resource', source: SOURCE, api: API })
    const ask = (path: string, action = 'execute-api:Invoke') =>
      result.ok && decidePolicy(result.policy, request({ resource: `${API_ARN}/${path}`, action })).verdict
    for (let round = 0; round < 3; round++) {
      expect(ask('prod/GET/r39/x')).toBe('allow')
      expect(ask('prod/GET/r40/x')).toBe('silent')
      expect(ask('prod/GET/r39/x', `sts:Action${round}`)).toBe('silent')
      expect(ask('prod/GET/r0/')).toBe('allow')
    }
  })
})
