import { describe, expect, it } from 'vitest'
import { refHref, sourceHref } from './decision-links'

const USER = 'arn:aws:iam::111122223333:user/bob'
const POLICY = 'arn:aws:iam::111122223333:policy/FernhillInvokeAll'
const encoded = encodeURIComponent

const CASES = [
  [{ kind: 'apiPolicy', id: 'fhorders01' }, '/apis/fhorders01/policy'],
  [{ kind: 'statement', id: 'fhorders01#BlockBadNetwork' }, '/apis/fhorders01/policy?sid=BlockBadNetwork'],
  [{ kind: 'statement', id: `${POLICY}#0` }, `/accounts/${encoded(POLICY)}?sid=0`],
  [{ kind: 'statement', id: `${USER}#ReadOrders#S1` }, `/accounts/${encoded(USER)}?policy=ReadOrders&sid=S1`],
  [{ kind: 'statement', id: 'fhorders01#loyalty-token#0' }, '/apis/fhorders01/authorizers'],
  [{ kind: 'iamPolicy', id: `${USER}#ReadOrders` }, `/accounts/${encoded(USER)}?policy=ReadOrders`],
  [{ kind: 'principal', id: USER }, `/accounts/${encoded(USER)}`],
  [{ kind: 'function', id: '111122223333/us-east-1/step-up' }, `/authorizers/${encoded('111122223333/us-east-1/step-up')}`],
] as const

describe('names in a decision', () => {
  it.each(CASES)('lead to their page: $0.kind $0.id', (ref, href) => {
    expect(refHref(ref)).toBe(href)
  })

  it('lead to the statement in its text', () => {
    expect(sourceHref({ type: 'api', id: 'fhorders01', name: 'orders' }, { sid: 'Open', index: 3 })).toBe(
      '/apis/fhorders01/policy?sid=Open',
    )
    expect(sourceHref({ type: 'inline', id: `${USER}#ReadOrders`, name: 'ReadOrders' }, { sid: null, index: 0 })).toBe(
      `/accounts/${encoded(USER)}?policy=ReadOrders&sid=0`,
    )
  })
})
