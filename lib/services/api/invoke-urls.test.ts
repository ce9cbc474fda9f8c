import { describe, expect, it } from 'vitest'
import { invokeUrls } from './invoke-urls'

describe('invoke URLs', () => {
  it.each([
    [
      'http://localhost:3000',
      'execute-api.localhost',
      'prod',
      ['http://localhost:3000/gateway/a1/prod', 'http://a1.execute-api.localhost:3000/prod'],
    ],
    ['https://gate.example', 'api.example', 'dev', ['https://gate.example/gateway/a1/dev', 'https://a1.api.example/dev']],
    [
      'http://localhost:3000',
      'execute-api.localhost',
      '$default',
      ['http://localhost:3000/gateway/a1', 'http://a1.execute-api.localhost:3000'],
    ],
  ])('of %s and %s, stage %s', (publicUrl, gatewayDomain, stage, expected) =>
    expect(invokeUrls('a1', stage, { publicUrl, gatewayDomain })).toEqual(expected),
  )
})
