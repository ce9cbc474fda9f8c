import { describe, expect, it } from 'vitest'
import type { AuthorizerSpec } from '@/lib/domain/derived-api'
import { authorizerDraftOf, authorizerInputFrom } from './authorizer-draft'

const SPECS: readonly AuthorizerSpec[] = [
  {
    type: 'TOKEN',
    name: 'loyalty-token',
    header: 'Authorization',
    identityValidationExpression: '^Bearer .+',
    ttlSec: 300,
    function: { account: '111122223333', region: 'us-east-1', name: 'loyalty-token' },
  },
  {
    type: 'REQUEST',
    name: 'webhook-hmac',
    identitySources: [{ from: 'header', name: 'X-Signature' }],
    ttlSec: 0,
    function: { account: '111122223333', region: 'us-east-1', name: 'webhook-hmac' },
  },
  {
    type: 'COGNITO_USER_POOLS',
    name: 'customers',
    header: 'Authorization',
    identityValidationExpression: null,
    poolIds: ['us-east-1_FernCust1'],
  },
]

describe('an authorizer in its form', () => {
  it.each(SPECS)('comes out as it went in: $type', (spec) => {
    expect(authorizerInputFrom(authorizerDraftOf(spec))).toEqual(spec)
  })
})
