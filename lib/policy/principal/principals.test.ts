import { describe, expect, it } from 'vitest'
import { decidePolicy, type Principal } from '../index'
import { ACCOUNT, ANONYMOUS, federatedUser, PARTNER, policy, request, session, user } from '../testing/make'

const ELEMENT = 'IAM user guide, reference_policies_elements_principal'
const NOT_PRINCIPAL = 'IAM user guide, reference_policies_elements_notprincipal'

const ALICE = user('alice')
const NIGHT = session('worker', 'night')
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const SERVICE: Principal = { type: 'service', service: 'apigateway.amazonaws.com' }
const GOOGLE: Principal = { type: 'federated', provider: 'accounts.google.com' }

type Row = readonly [element: unknown, principal: Principal, matches: boolean]

const PRINCIPAL: readonly Row[] = [
  ['*', ANONYMOUS, true],
  ['*', ALICE, true],
  ['*', SERVICE, true],
  [{ AWS: '*' }, ANONYMOUS, true],
  [{ AWS: '*' }, user('pat', PARTNER), true],
  [{ AWS: ACCOUNT }, ALICE, true],
  [{ AWS: ROOT }, ALICE, true],
  [{ AWS: ROOT }, NIGHT, true],
  [{ AWS: ROOT }, user('pat', PARTNER), false],
  [{ AWS: ROOT }, ANONYMOUS, false],
  [{ AWS: ROOT }, { type: 'account', account: ACCOUNT }, true],
  [{ AWS: [`arn:aws:iam::${ACCOUNT}:user/alice`, `arn:aws:iam::${ACCOUNT}:user/bob`] }, ALICE, true],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:user/Alice` }, ALICE, false],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:role/worker` }, NIGHT, true],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:role/other` }, NIGHT, false],
  [{ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/worker/night` }, NIGHT, true],
  [{ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/worker/day` }, NIGHT, false],
  [{ AWS: `arn:aws:sts::${ACCOUNT}:federated-user/kim` }, federatedUser('kim', 'alice'), true],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:user/alice` }, federatedUser('kim', 'alice'), true],
  [{ AWS: 'AIDAALICE' }, ALICE, true],
  [{ AWS: 'AIDAOLDALICE' }, ALICE, false],
  [{ AWS: 'AROAWORKER' }, NIGHT, true],
  [{ AWS: 'AROAGONEWORKER' }, NIGHT, false],
  [{ Service: 'apigateway.amazonaws.com' }, SERVICE, true],
  [{ Service: 'lambda.amazonaws.com' }, SERVICE, false],
  [{ Service: 'apigateway.amazonaws.com' }, ALICE, false],
  [{ Federated: 'accounts.google.com' }, GOOGLE, true],
  [{ Federated: 'www.amazon.com' }, GOOGLE, false],
  [{ AWS: ROOT, Service: 'apigateway.amazonaws.com' }, SERVICE, true],
  [{ CanonicalUser: 'a'.repeat(64) }, ALICE, false],
]

const NOT_ALLOW: readonly Row[] = [
  [{ AWS: `arn:aws:iam::${ACCOUNT}:user/alice` }, ALICE, false],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:user/alice` }, ANONYMOUS, true],
  [{ AWS: ROOT }, ALICE, false],
  [{ AWS: ROOT }, user('pat', PARTNER), true],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:role/worker` }, NIGHT, false],
  ['*', ALICE, false],
]

const NOT_DENY: readonly Row[] = [
  [{ AWS: [ROOT, `arn:aws:iam::${ACCOUNT}:user/alice`] }, ALICE, false],
  [{ AWS: `arn:aws:iam::${ACCOUNT}:user/alice` }, ALICE, true],
  [{ AWS: ROOT }, ALICE, true],
  [{ AWS: [ROOT, `arn:aws:iam::${ACCOUNT}:role/worker`] }, NIGHT, true],
  [{ AWS: [ROOT, `arn:aws:iam::${ACCOUNT}:role/worker`, `arn:aws:sts::${ACCOUNT}:assumed-role/worker/night`] }, NIGHT, false],
  [{ AWS: [ROOT, `arn:aws:sts::${ACCOUNT}:federated-user/kim`] }, federatedUser('kim', 'alice'), false],
  [{ AWS: ROOT }, ANONYMOUS, true],
  [{ Service: 'apigateway.amazonaws.com' }, SERVICE, false],
]

const name = ([element, principal, matches]: Row) => `${JSON.stringify(element)} and ${JSON.stringify(principal)}: ${matches}`

describe('Principal', () => {
  it.each(PRINCIPAL.map((row) => [name(row), row] as const))('%s', (_, [element, principal, matches]) => {
    for (const [effect, verdict] of [
      ['Allow', 'allow'],
      ['Deny', 'deny'],
    ] as const) {
      const compiled = policy({ Effect: effect, Principal: element, Action: '*', Resource: '*' })
      expect(decidePolicy(compiled, request({ principal })).verdict, ELEMENT).toBe(matches ? verdict : 'silent')
    }
  })
})

describe('NotPrincipal', () => {
  it.each(NOT_ALLOW.map((row) => [name(row), row] as const))(
    'with Allow is for everyone not listed: %s',
    (_, [element, principal, matches]) => {
      const compiled = policy({ Effect: 'Allow', NotPrincipal: element, Action: '*', Resource: '*' })
      expect(decidePolicy(compiled, request({ principal })).verdict, NOT_PRINCIPAL).toBe(matches ? 'allow' : 'silent')
    },
  )

  it.each(NOT_DENY.map((row) => [name(row), row] as const))(
    'with Deny spares who is listed in full: %s',
    (_, [element, principal, matches]) => {
      const compiled = policy({ Effect: 'Deny', NotPrincipal: element, Action: '*', Resource: '*' })
      expect(decidePolicy(compiled, request({ principal })).verdict, NOT_PRINCIPAL).toBe(matches ? 'deny' : 'silent')
    },
  )
})

describe('canMatchAnonymous', () => {
  it('is false only when no statement can match an anonymous caller', () => {
    const named = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: '*', Resource: '*' }
    const open = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }
    expect(policy(named).canMatchAnonymous).toBe(false)
    expect(policy([named, open]).canMatchAnonymous).toBe(true)
    expect(policy({ ...named, Principal: { AWS: '*' } }).canMatchAnonymous).toBe(true)
  })
})
