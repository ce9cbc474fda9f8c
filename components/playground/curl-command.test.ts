import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { ApiDetail } from '@/lib/domain/console-api'
import { curlCommand, quote } from './curl-command'
import { EMPTY_REQUEST } from './request-state'

const API: ApiDetail = {
  id: 'fhorders01',
  name: 'orders',
  protocol: 'REST',
  account: '111122223333',
  region: 'us-east-1',
  endpointType: 'REGIONAL',
  stages: ['prod'],
  routeCount: 1,
  authCounts: { NONE: 0, AWS_IAM: 0, COGNITO_USER_POOLS: 1, CUSTOM: 0 },
  hasPolicy: false,
  changed: { revision: 1, at: '', by: '' },
  etag: '1',
  routes: [
    {
      key: 'GET /me',
      method: 'GET',
      path: '/me',
      operationId: null,
      auth: { type: 'COGNITO_USER_POOLS', authorizer: 'customers', scopes: [] },
      integration: { type: 'MOCK', requestStatus: 200, responses: [] },
    },
  ],
  authorizers: [{ type: 'COGNITO_USER_POOLS', name: 'customers', header: 'X-Token', identityValidationExpression: null, poolIds: [] }],
  stageDetails: [{ name: 'prod', variables: {}, invokeUrls: ['http://localhost:3000/gateway/fhorders01/prod'] }],
  definition: '{}',
  policy: null,
}
const REQUEST = { ...EMPTY_REQUEST, api: 'fhorders01', stage: 'prod', path: '/me' }

describe('a request as a curl command', () => {
  it('names the header that the authorizer reads, with a placeholder', () => {
    const caller = { type: 'poolUser', pool: 'p', username: 'ada', client: 'web', tokenUse: 'id' } as const
    expect(curlCommand({ ...REQUEST, caller }, API)).toContain('-H "X-Token: $ID_TOKEN"')
  })

  it('never holds a credential that was typed', () => {
    const command = curlCommand({ ...REQUEST, caller: { type: 'raw' }, headers: [['Authorization', 'Bearer eyJ']] }, API)
    expect(command).toContain('-H "Authorization: $AUTHORIZATION"')
    expect(command).not.toContain('eyJ')
  })

  it('signs as curl does for IAM callers', () => {
    const command = curlCommand({ ...REQUEST, caller: { type: 'iam', arn: 'arn:aws:iam::111122223333:user/alice' } }, API)
    expect(command).toContain('--aws-sigv4 aws:amz:us-east-1:execute-api')
  })

  it.each(["it's", 'a b', '$HOME', '`id`', '"', '\\', 'ü'])('quotes %s so that the shell gives it back', (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${quote(text)}`], { encoding: 'utf8' })).toBe(text)
  })
})
