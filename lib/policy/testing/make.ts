import { expect } from 'vitest'
import {
  type AccessQuestion,
  type AccessRequest,
  type CompiledPolicy,
  compilePolicy,
  type Fact,
  type Finding,
  type PolicyKind,
  type Principal,
} from '../index'

export const ACCOUNT = '111122223333'
export const PARTNER = '444455556666'
export const API = { partition: 'aws', region: 'us-east-1', account: ACCOUNT, apiId: 'fhorders01' }
export const API_ARN = `arn:aws:execute-api:us-east-1:${ACCOUNT}:fhorders01`

export const ANONYMOUS: Principal = { type: 'anonymous' }

export function user(name: string, account: string = ACCOUNT): Principal {
  return { type: 'user', account, arn: `arn:aws:iam::${account}:user/${name}`, userId: `AIDA${name.toUpperCase()}` }
}

export function session(role: string, name: string, account: string = ACCOUNT): Principal {
  return {
    type: 'assumedRole',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
    roleArn: `arn:aws:iam::${account}:role/${role}`,
    userId: `AROA${role.toUpperCase()}:${name}`,
  }
}

export function federatedUser(name: string, by: string, account: string = ACCOUNT): Principal {
  return {
    type: 'federatedUser',
    account,
    arn: `arn:aws:sts::${account}:federated-user/${name}`,
    userArn: `arn:aws:iam::${account}:user/${by}`,
    userId: `${account}:${name}`,
  }
}

export function policy(statements: object | readonly object[], kind: PolicyKind = 'resource', version = '2012-10-17'): CompiledPolicy {
  return compileText(JSON.stringify({ Version: version, Statement: statements }), kind)
}

export function compileText(text: string, kind: PolicyKind): CompiledPolicy {
  const result = compilePolicy(text, { kind, source: { type: 'api', id: kind, name: kind }, api: API })
  if (!result.ok) expect.fail(JSON.stringify(result.findings))
  return result.policy
}

export function request(over: Partial<Omit<AccessRequest, 'facts'>> & { facts?: Record<string, Fact> } = {}): AccessRequest {
  const { facts = {}, ...rest } = over
  const entries = Object.entries(facts).map(([key, fact]) => [key.toLowerCase(), fact] as const)
  return {
    principal: ANONYMOUS,
    action: 'execute-api:Invoke',
    resource: `${API_ARN}/prod/GET/orders/1`,
    facts: new Map(entries),
    ...rest,
  }
}

export function question(over: Partial<AccessQuestion<CompiledPolicy>> = {}): AccessQuestion<CompiledPolicy> {
  return {
    flow: 'iam',
    resourceAccount: ACCOUNT,
    identity: [],
    boundary: null,
    session: [],
    scp: [],
    rcp: [],
    endpoint: null,
    resource: null,
    authorizer: null,
    ...over,
  }
}

export function ids(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id }) => id)
}
