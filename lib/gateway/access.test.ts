import { describe, expect, it } from 'vitest'
import { createTestGateway, send } from './testing/harness'
import { makeApi, makeWorld, PLATFORM } from './testing/world'

describe('asking the policy engine', () => {
  // Source: IAM user guide, reference_policies_evaluation-logic.
  it('the statement that names a user is told to decide where the boundary blocks the identity policy', async () => {
    const statement = {
      Sid: 'ErinRefunds',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${PLATFORM}:user/erin` },
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/prod/POST/orders/*/refund',
    }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    const test = createTestGateway({ world: makeWorld({ apis: [makeApi({ policy })] }) })
    const caller = { type: 'iam', arn: `arn:aws:iam::${PLATFORM}:user/erin` } as const
    const response = await send(test, { method: 'POST', path: '/orders/1/refund', caller })
    const { reasonCode, decidedBy, sentence } = test.records[0]!.decision()
    expect([response.status, reasonCode, decidedBy.sid]).toEqual([200, 'ALLOWED_BY_RESOURCE_POLICY', 'ErinRefunds'])
    expect(sentence).toBe(
      'Allowed by ErinRefunds in the resource policy of orders. The permissions boundary of erin does not allow it; within one account a statement that names the user needs no other.',
    )
  })
})
