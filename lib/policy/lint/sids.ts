import type { Reporter } from '../finding/reporter'
import type { PolicyDocument } from '../syntax/document'
import type { PolicyKind } from '../types'

const UNIQUE_KINDS: readonly PolicyKind[] = ['identity', 'boundary', 'session']

export function lintSids({ statements }: PolicyDocument, kind: PolicyKind, reporter: Reporter): void {
  const seen = new Set<string>()
  for (const { sid } of statements) {
    if (sid === null || sid.value === '') continue
    const id = UNIQUE_KINDS.includes(kind) ? 'UNIQUE_SIDS_REQUIRED' : 'UNIQUE_SIDS_RECOMMENDED'
    if (seen.has(sid.value)) reporter.add(id, sid, `Another statement has the Sid ${JSON.stringify(sid.value)} already.`)
    seen.add(sid.value)
  }
}
