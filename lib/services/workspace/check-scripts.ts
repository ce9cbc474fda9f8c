import type { WorkspaceDocument } from '../../domain'
import type { Issue } from '../../domain/errors'
import type { World } from '../../domain/world'
import { findScriptProblem } from '../function/check-script'
import { isFunction } from '../function/find-function'
import type { ServicePorts } from '../ports'
import { documentError } from './apply-document'

/** A script may take its whole time limit to be found wrong, so that checking ends with these. */
const PROBLEMS_MAX = 10

/**
 * Checks the scripts that a document brings or changes. Throws AppError `invalid_document` with the
 * scripts that do not parse, the first ten, each with its place in the document.
 */
export async function checkScripts(
  ports: ServicePorts,
  before: World,
  after: { world: World; document: WorkspaceDocument },
): Promise<void> {
  const issues: Issue[] = []
  for (const [index, { account = '', region = '', name = '' }] of (after.document.functions ?? []).entries()) {
    const given = { account, region, name }
    const fn = after.world.functions.find((item) => isFunction(item, given))
    const old = before.functions.find((item) => isFunction(item, given))
    if (!fn || (old?.code === fn.code && old.handler === fn.handler)) continue
    const issue = await findScriptProblem(ports, fn, `/functions/${index}/code`)
    if (issue) issues.push(issue)
    if (issues.length === PROBLEMS_MAX) break
  }
  if (issues.length > 0) throw documentError(issues)
}
