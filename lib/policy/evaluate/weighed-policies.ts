import type { CompiledPolicy } from '../compile/compiled-policy'
import type { AccessRequest, PolicyKind } from '../types'
import { type Question, rcpAppliesTo } from './layers'

/** The policies of one kind that a decision weighs, in the order that `policyIndex` counts. */
export interface WeighedPolicies {
  readonly kind: PolicyKind
  readonly policies: readonly CompiledPolicy[]
}

/** Every policy that the decision weighs, in the order of the explanation. */
export function weighedPolicies(question: Question, request: AccessRequest): readonly WeighedPolicies[] {
  const { flow, identity, boundary, session, scp, rcp, endpoint, resource, authorizer } = question
  const hasOwn = flow === 'iam' && 'account' in request.principal
  const hasRcp = flow === 'iam' && rcpAppliesTo(request.action)
  const sections: readonly WeighedPolicies[] = [
    { kind: 'identity', policies: hasOwn ? identity : [] },
    { kind: 'boundary', policies: hasOwn && boundary !== null ? [boundary] : [] },
    { kind: 'session', policies: hasOwn ? session : [] },
    { kind: 'scp', policies: hasOwn ? scp.flat() : [] },
    { kind: 'rcp', policies: hasRcp ? rcp.flat() : [] },
    { kind: 'endpoint', policies: endpoint === null ? [] : [endpoint] },
    { kind: resource?.kind ?? 'resource', policies: resource === null ? [] : [resource] },
    { kind: 'authorizer', policies: flow === 'lambdaAfter' && authorizer !== null ? [authorizer] : [] },
  ]
  return sections.filter(({ policies }) => policies.length > 0)
}
