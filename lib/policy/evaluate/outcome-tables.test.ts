import { describe, expect, it } from 'vitest'
import { decideAccess, type OutcomeRow, TABLE_A, TABLE_B } from '../index'
import { ANONYMOUS, PARTNER, policy, question, request, user } from '../testing/make'

const SOURCE = 'developer guide, apigateway-authorization-flow'

const ALL = { Action: 'execute-api:Invoke', Resource: '*' }

function identityOf(side: OutcomeRow['caller']) {
  return side === 'silent' ? [] : [policy({ Effect: side, ...ALL }, 'identity')]
}

function resourceOf(side: OutcomeRow['resource']) {
  if (side === 'silent') return policy({ Effect: 'Allow', Principal: '*', Action: 'execute-api:InvalidateCache', Resource: '*' })
  return policy({ Effect: side, Principal: '*', ...ALL })
}

const rows = (table: readonly OutcomeRow[]) => table.map((row, index) => ({ ...row, number: index + 1 }))

describe('Table A: caller and API in one account', () => {
  it.each(rows(TABLE_A))('row $number: caller $caller, policy $resource: $outcome', ({ caller, resource, outcome, number }) => {
    const asked = question({ identity: identityOf(caller), resource: resourceOf(resource) })
    const decision = decideAccess(asked, request({ principal: user('alice') }))
    expect(decision, SOURCE).toMatchObject({ outcome, cell: { table: 'A', caller, resource, row: number } })
  })

  it.each(rows(TABLE_A))('row $number for a Lambda authorizer that says $caller: $outcome', ({ caller, resource, outcome, number }) => {
    const authorizer =
      caller === 'silent'
        ? policy({ Effect: 'Allow', Action: 'execute-api:InvalidateCache', Resource: '*' }, 'authorizer')
        : policy({ Effect: caller, ...ALL }, 'authorizer')
    const asked = question({ flow: 'lambdaAfter', authorizer, resource: resourceOf(resource) })
    const decision = decideAccess(asked, request({ principal: ANONYMOUS }))
    expect(decision, SOURCE).toMatchObject({ outcome, cell: { table: 'A', caller, resource, row: number } })
  })
})

describe('Table B: caller and API in two accounts', () => {
  it.each(rows(TABLE_B))('row $number: caller $caller, policy $resource: $outcome', ({ caller, resource, outcome, number }) => {
    const asked = question({ identity: identityOf(caller), resource: resourceOf(resource) })
    const decision = decideAccess(asked, request({ principal: user('pat', PARTNER) }))
    expect(decision, SOURCE).toMatchObject({ outcome, cell: { table: 'B', caller, resource, row: number } })
  })
})
