import { describe, expect, it } from 'vitest'
import { createTestGateway, send } from './testing/harness'
import { API, makeApi, makeWorld, PLATFORM } from './testing/world'

const ROLE = `arn:aws:iam::${PLATFORM}:role/desk/support-desk`
const REPORT = { api: API, stage: 'prod', method: 'GET', path: '/reports/q3', rawQuery: '', headers: [], body: '', sourceIp: '192.0.2.7' }
const USER = `arn:aws:iam::${PLATFORM}:user/tess`

function gatewayAsking(condition: object) {
  const statement = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: condition }
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  return createTestGateway({ world: makeWorld({ apis: [makeApi({ policy })] }) })
}

const isAbsent = (key: string) => ({ Null: { [key]: 'true' } })
const is = (key: string, value: string) => ({ StringEquals: { [key]: value } })

// Source: IAM user guide, reference_policies_condition-keys; developer guide, apigateway-resource-policies-aws-condition-keys.
describe('facts of a request', () => {
  it.each([
    ['of a user', USER, undefined, is('aws:PrincipalArn', USER)],
    ['of a user', USER, undefined, is('aws:PrincipalType', 'User')],
    ['of a user', USER, undefined, is('aws:username', 'tess')],
    ['of a user', USER, undefined, is('aws:PrincipalTag/TEAM', 'roastery')],
    ['of a user', USER, undefined, is('aws:PrincipalOrgID', 'o-fernhill01')],
    ['of a user', USER, undefined, isAbsent('aws:MultiFactorAuthPresent')],
    ['of a user', USER, undefined, isAbsent('aws:PrincipalTag/constructor')],
    ['of a session', ROLE, { name: 'night' }, is('aws:userid', 'AROASUPPORT:night')],
    ['of a session', ROLE, { name: 'night' }, isAbsent('aws:username')],
    ['of a session', ROLE, { name: 'night' }, isAbsent('aws:MultiFactorAuthAge')],
    ['of a session', ROLE, { name: 'night', mfaAgeSec: 60 }, { NumericEquals: { 'aws:MultiFactorAuthAge': '60' } }],
    ['of a session', ROLE, { name: 'night', tags: { Shift: 'late' } }, is('aws:PrincipalTag/shift', 'late')],
  ])('%s %s %j: %j', async (_, arn, session, condition) => {
    const { decision } = await gatewayAsking(condition).gateway.evaluate(REPORT, { type: 'iam', arn, session }, { send: false })
    expect(decision).toMatchObject({ outcome: 'allow', reasonCode: 'ALLOWED_BY_RESOURCE_POLICY' })
  })

  it.each(['aws:PrincipalArn', 'aws:ResourceAccount', 'aws:ViaAWSService'])('%s is absent without a signature', async (key) => {
    expect((await send(gatewayAsking(isAbsent(key)), { path: '/catalog' })).status).toBe(200)
  })

  it('what a header said is told when the request itself is forgotten', async () => {
    const test = gatewayAsking(is('aws:UserAgent', 'till/2'))
    const call = { path: '/catalog', headers: [['User-Agent', 'till/2']] as const }
    expect((await send(test, call)).status).toBe(200)
    expect(test.records[0]!.decision().sentence).toContain('aws:UserAgent is till/2')
  })
})
