import { compileCondition } from '../condition/compile-condition'
import { createResourceKind } from '../match/resource'
import { compilePrincipal } from '../principal/compile-principal'
import { NOBODY } from '../principal/grant'
import type { PolicyDocument, Statement } from '../syntax/document'
import { readPolicy } from '../syntax/read-policy'
import { isShortResource } from '../syntax/resource'
import type { Finding, PolicyKind, PolicySource } from '../types'
import { compileAction } from './compile-action'
import { compileResource, type ResourceContext } from './compile-resource'
import type { ActionStatements, CompiledPolicy, CompiledStatement } from './compiled-policy'
import { type ApiIdentity, expandResource } from './expand-resource'

export interface CompileOptions {
  readonly kind: PolicyKind
  readonly source: PolicySource
  /** The API that short-form resources belong to. */
  readonly api?: ApiIdentity
}

export type CompileResult =
  | { readonly ok: true; readonly policy: CompiledPolicy }
  | {
      readonly ok: false
      /** Those that keep the policy from being enforced; never empty. */
      readonly findings: readonly Finding[]
    }

/** Prepares a policy, or says why it cannot be enforced. */
export function compilePolicy(text: string, options: CompileOptions): CompileResult {
  const { document, reporter } = readPolicy(text, options.kind)
  if (document !== null && options.api === undefined) reportShortResources(document, reporter)
  const blocking = reporter.findings.filter((finding) => finding.blocksSaving)
  if (document === null || blocking.length > 0) return { ok: false, findings: blocking }
  const { api } = options
  const expand = (text: string) => (api === undefined ? text : expandResource(text, api))
  const context = { version: document.version, kind: createResourceKind(), expand }
  const statements = document.statements.map((statement) => compileStatement(statement, context)).filter((one) => one !== null)
  return { ok: true, policy: toPolicy(text, options, statements) }
}

function reportShortResources(document: PolicyDocument, reporter: ReturnType<typeof readPolicy>['reporter']): void {
  for (const resource of document.statements.flatMap((statement) => statement.resource?.values ?? [])) {
    if (!isShortResource(resource.value)) continue
    reporter.add('APIGW_SHORT_ARN_NEEDS_API', resource, 'The short form of a resource has a meaning only in the policy of an API.')
  }
}

function compileStatement(statement: Statement, context: ResourceContext): CompiledStatement | null {
  const { effect, action, principal, resource } = statement
  if (effect === null || action === null) return null
  return {
    written: statement,
    effect,
    principal: principal === null ? null : compilePrincipal(principal, effect),
    action: compileAction(action),
    resource: resource === null ? null : compileResource(resource, context),
    conditions: statement.conditions.map((condition) => compileCondition(condition, context.version)),
  }
}

function toPolicy(text: string, { kind, source }: CompileOptions, statements: readonly CompiledStatement[]): CompiledPolicy {
  return {
    kind,
    source,
    text,
    statementCount: statements.length,
    canMatchAnonymous: statements.some(({ principal }) => principal === null || principal({ type: 'anonymous' }) !== NOBODY),
    statements,
    statementsAbout: indexByAction(statements),
  }
}

const ACTIONS_MAX = 64

/** Remembers which statements are about an action: a policy is asked about very few. */
function indexByAction(statements: readonly CompiledStatement[]): CompiledPolicy['statementsAbout'] {
  const known = new Map<string, ActionStatements>()
  return (action) => {
    const hit = known.get(action)
    if (hit !== undefined) return hit
    const lower = action.toLowerCase()
    const matching = statements.filter((statement) => statement.action(lower))
    const found = {
      denies: matching.filter(({ effect }) => effect === 'Deny'),
      allows: matching.filter(({ effect }) => effect === 'Allow'),
    }
    if (known.size < ACTIONS_MAX) known.set(action, found)
    return found
  }
}
