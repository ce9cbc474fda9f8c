import type { AuthorizerInput } from '@/lib/domain/console-api'
import type { AuthorizerSpec, FunctionRef, IdentitySource } from '@/lib/domain/derived-api'

export type AuthorizerType = AuthorizerSpec['type']

/** An authorizer as its form holds it: fields of all three types, so that switching between them loses nothing. */
export interface AuthorizerDraft {
  readonly type: AuthorizerType
  readonly name: string
  readonly header: string
  readonly expression: string
  readonly ttlSec: string
  /** `account/region/name`; empty while none is chosen. */
  readonly functionKey: string
  readonly identitySources: readonly IdentitySource[]
  readonly poolIds: readonly string[]
}

export function functionKey(ref: FunctionRef): string {
  return `${ref.account}/${ref.region}/${ref.name}`
}

function functionRef(key: string): FunctionRef {
  const [account = '', region = '', ...name] = key.split('/')
  return { account, region, name: name.join('/') }
}

export function authorizerDraftOf(spec: AuthorizerSpec | null): AuthorizerDraft {
  const lambda = spec && spec.type !== 'COGNITO_USER_POOLS' ? spec : null
  const single = spec && spec.type !== 'REQUEST' ? spec : null
  return {
    type: spec?.type ?? 'TOKEN',
    name: spec?.name ?? '',
    header: single?.header ?? 'Authorization',
    expression: single?.identityValidationExpression ?? '',
    ttlSec: String(lambda?.ttlSec ?? 300),
    functionKey: lambda ? functionKey(lambda.function) : '',
    identitySources: spec?.type === 'REQUEST' ? spec.identitySources : [{ from: 'header', name: 'Authorization' }],
    poolIds: spec?.type === 'COGNITO_USER_POOLS' ? spec.poolIds : [],
  }
}

/** The authorizer as the API takes it. */
export function authorizerInputFrom(draft: AuthorizerDraft): AuthorizerInput {
  const name = draft.name.trim()
  const identityValidationExpression = draft.expression.trim() === '' ? null : draft.expression
  if (draft.type === 'COGNITO_USER_POOLS') {
    return { type: 'COGNITO_USER_POOLS', name, header: draft.header.trim(), identityValidationExpression, poolIds: draft.poolIds }
  }
  const common = { name, ttlSec: Number(draft.ttlSec), function: functionRef(draft.functionKey) }
  if (draft.type === 'TOKEN') return { type: 'TOKEN', ...common, header: draft.header.trim(), identityValidationExpression }
  return { type: 'REQUEST', ...common, identitySources: draft.identitySources.filter((source) => source.name.trim() !== '') }
}
