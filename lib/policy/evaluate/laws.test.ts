import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAccess, decidePolicy, explainAccess, UNKNOWN } from '../index'
import { anyPolicy, anyQuestion, anyRequest, settled, statements } from '../testing/arbitrary'
import { policy } from '../testing/make'

const RUNS = { numRuns: 700 }

describe('laws of the engine', () => {
  it('explains what it decides', () => {
    fc.assert(
      fc.property(anyQuestion, anyRequest, (question, request) => {
        const { decision, policies, decidingPolicy } = explainAccess(question, request)
        expect(decision).toEqual(decideAccess(question, request))
        expect(decidingPolicy === null).toBe(decision.decidedBy === null)
        if (decidingPolicy === null || decision.decidedBy === null) return
        const trace = policies[decidingPolicy]
        expect(trace?.kind).toBe(decision.decidedBy.kind)
        expect(trace?.statements.find(({ index }) => index === decision.decidedBy?.statementIndex)).toMatchObject({
          matched: 'match',
          effect: decision.outcome === 'allowed' ? 'Allow' : 'Deny',
        })
      }),
      RUNS,
    )
  })

  it('says of each policy in the explanation what the policy alone says', () => {
    fc.assert(
      fc.property(anyPolicy('resource'), anyQuestion, anyRequest, (resource, question, request) => {
        const asked = { ...question, resource, endpoint: null, authorizer: null, flow: 'none' as const }
        expect(explainAccess(asked, request).policies[0]?.outcome).toBe(decidePolicy(resource, request).verdict)
      }),
      RUNS,
    )
  })

  it('denies explicitly exactly when some policy that it weighs denies', () => {
    fc.assert(
      fc.property(anyQuestion, anyRequest, (question, request) => {
        const { decision, policies } = explainAccess(question, request)
        expect(decision.outcome === 'explicitDeny').toBe(policies.some(({ outcome }) => outcome === 'deny'))
      }),
      RUNS,
    )
  })

  it('does not care for the order of statements', () => {
    const shuffled = statements('resource').chain((written) =>
      fc.tuple(fc.constant(written), fc.shuffledSubarray(written, { minLength: written.length })),
    )
    fc.assert(
      fc.property(shuffled, anyQuestion, anyRequest, ([written, other], question, request) => {
        const [one, two] = [written, other].map((list) => decideAccess({ ...question, resource: policy(list) }, request))
        expect({ ...two, decidedBy: null }).toEqual({ ...one, decidedBy: null })
      }),
      RUNS,
    )
  })

  it('does not guess: what it says of unknown facts holds for each of their values', () => {
    const asked = anyRequest.chain((request) => fc.tuple(fc.constant(request), settled(request)))
    fc.assert(
      fc.property(anyQuestion, asked, (question, [request, concrete]) => {
        const decision = decideAccess(question, request)
        const truth = decideAccess(question, concrete)
        expect(truth.outcome).not.toBe('depends')
        expect(truth.missingFacts).toEqual([])
        for (const key of decision.missingFacts) expect(request.facts.get(key)).toBe(UNKNOWN)
        if (decision.outcome === 'depends') expect(decision.missingFacts).not.toEqual([])
        else if (decision.outcome === 'implicitDeny' && decision.missingFacts.length > 0) expect(truth.outcome).not.toBe('allowed')
        else expect(truth.outcome).toBe(decision.outcome)
      }),
      { numRuns: 2000 },
    )
  })

  it('never allows by a key that no request has', () => {
    const withKey = (list: object[]) =>
      list.map((one) => ({
        ...one,
        Condition: { ...('Condition' in one ? (one.Condition as object) : {}), StringLike: { 'x:never': '*' } },
      }))
    fc.assert(
      fc.property(statements('resource'), anyRequest, (written, request) => {
        expect(['silent', 'depends']).toContain(decidePolicy(policy(withKey(written)), request).verdict)
      }),
      RUNS,
    )
  })

  it('lets a Deny for everyone stand whatever else allows, and no foreign account in without a policy', () => {
    fc.assert(
      fc.property(anyQuestion, anyRequest, (question, request) => {
        const withoutGrant = decideAccess({ ...question, flow: 'iam', resource: null }, request)
        const denyAll = policy({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' })
        expect(decideAccess({ ...question, flow: 'iam', resource: denyAll }, request).outcome).toBe('explicitDeny')
        if (withoutGrant.outcome === 'allowed') expect(withoutGrant.cell.table).toBe('A')
      }),
      RUNS,
    )
  })
})
