import type { FindingId } from '../finding/catalogue'
import type { Reporter } from '../finding/reporter'
import type { PolicyKind, TextRange } from '../types'

interface Quota {
  readonly id: FindingId
  readonly name: string
  readonly charactersMax: number
  readonly countsSpace: boolean
}

const IDENTITY = { id: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', charactersMax: 6144, countsSpace: false } as const

/** AWS's sizes. Source: IAM user guide, reference_iam-quotas; developer guide, limits. */
const QUOTAS: Partial<Record<PolicyKind, Quota>> = {
  identity: { ...IDENTITY, name: 'a managed policy' },
  boundary: { ...IDENTITY, name: 'a permissions boundary' },
  session: { ...IDENTITY, name: 'a session policy', charactersMax: 2048 },
  trust: { id: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', name: 'a role trust policy', charactersMax: 2048, countsSpace: false },
  resource: { id: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', name: 'a resource policy', charactersMax: 8192, countsSpace: true },
  authorizer: { id: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', name: 'an authorizer result', charactersMax: 8192, countsSpace: true },
  scp: { id: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA', name: 'a service control policy', charactersMax: 10240, countsSpace: true },
}

/** The size of a policy as AWS counts it, and AWS's limit for its kind; null where none is known. */
export function measurePolicy(text: string, kind: PolicyKind): { readonly characters: number; readonly charactersMax: number } | null {
  const quota = QUOTAS[kind]
  if (quota === undefined) return null
  const characters = quota.countsSpace ? text.length : text.replace(/\s/g, '').length
  return { characters, charactersMax: quota.charactersMax }
}

export function checkSize(text: string, kind: PolicyKind, range: TextRange, reporter: Reporter): void {
  const quota = QUOTAS[kind]
  const size = measurePolicy(text, kind)
  if (quota === undefined || size === null || size.characters <= size.charactersMax) return
  const message = `AWS allows ${size.charactersMax} characters in ${quota.name}; this has ${size.characters}. It is enforced here all the same.`
  reporter.add(quota.id, { range: { start: range.start, end: range.start + 1 }, pointer: '' }, message)
}
