import type { ImportRow } from '../console-api'
import { ImportRows } from '../document/import-rows'
import { Problems } from '../document/problems'
import { checkData, readDocument } from '../document/read-document'
import type { Issue } from '../errors'
import { checkContents } from './check-contents'
import { readShape } from './shape'
import { type WorkspaceDocument, workspaceShape } from './workspace-shape'

export type ParseResult =
  | { readonly ok: true; readonly document: WorkspaceDocument; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly rows: readonly ImportRow[] }

/**
 * Reads a workspace document from JSON or YAML text or from plain data. Every problem is listed with its
 * pointer. A document that only changes something (PATCH) may leave out all but the keys.
 */
export function parseWorkspace(source: unknown): ParseResult {
  const read = typeof source === 'string' ? readDocument(source) : checkData(source)
  if (!read.ok) return { ok: false, issues: read.issues, rows: [] }
  const problems = new Problems()
  const rows = new ImportRows()
  const document = readShape(workspaceShape, 'workspace', read.value, '', { problems, rows })
  if (problems.errors.length === 0) return { ok: true, document, rows: rows.list }
  checkContents(document, problems)
  const refused = problems.errors.map(({ pointer, message }): ImportRow => ({ pointer, what: pointer, treatment: 'refused', why: message }))
  return { ok: false, issues: problems.all, rows: [...rows.list, ...refused] }
}
