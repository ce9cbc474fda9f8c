import type { ImportRow } from '../console-api'
import { isObject, member } from '../document/json-value'
import { readDocument } from '../document/read-document'
import type { Issue } from '../errors'
import { type ParseResult, parseWorkspace } from './parse-workspace'

/** True for what `aws iam get-account-authorization-details` prints. */
export function isAccountDetails(value: unknown): boolean {
  return (
    isObject(value) &&
    ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'].some((name) => Array.isArray(member(value, name)))
  )
}

/**
 * Reads the output of `aws iam get-account-authorization-details` into a workspace document to merge.
 * The account is told by the ARNs in it, else it is `account`. Pointers are relative to the text.
 */
export function parseAccountDetails(text: string, account: string): ParseResult {
  const read = readDocument(text)
  if (!read.ok) return { ok: false, issues: read.issues, rows: [] }
  const result = parseWorkspace({ gatehouse: 1, accounts: [{ id: accountOf(read.value) ?? account, iam: read.value }] })
  const rows = result.rows.filter((row) => row.pointer.startsWith(PREFIX)).map(withoutPrefix<ImportRow>)
  return result.ok ? { ...result, rows } : { ...result, issues: result.issues.map(withoutPrefix<Issue>), rows }
}

const PREFIX = '/accounts/0/iam'

function withoutPrefix<T extends { readonly pointer: string }>(item: T): T {
  return item.pointer.startsWith(PREFIX) ? { ...item, pointer: item.pointer.slice(PREFIX.length) } : item
}

function accountOf(details: unknown): string | null {
  for (const list of ['UserDetailList', 'RoleDetailList', 'GroupDetailList', 'Policies']) {
    const items = member(details, list)
    for (const item of Array.isArray(items) ? items : []) {
      const arn = member(item, 'Arn')
      const id = typeof arn === 'string' ? /^arn:aws[a-z-]*:iam::(\d{12}):/.exec(arn)?.[1] : undefined
      if (id) return id
    }
  }
  return null
}
