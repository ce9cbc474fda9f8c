import type { EvaluateResult } from '../../domain/console-api'
import type { Snapshot } from '../../gateway/snapshot'
import { audit } from '../audit'
import { requireRole } from '../permissions'
import type { ServiceContext } from '../ports'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { evaluateSchema } from './schema'

/**
 * Runs one request through the gateway's own pipeline, on what is saved or on a draft laid over it in
 * memory: nothing is stored. Without `send` it stops before the integration; `send` needs the role
 * editor and is audited. Throws AppError `invalid_document` when the draft could not be saved.
 */
export const evaluate = defineVerb({
  role: 'viewer',
  summary: 'Decide one request on the saved or a draft configuration, and explain it',
  input: evaluateSchema,
  async run(ctx, { request, caller, against, send }): Promise<EvaluateResult> {
    if (send) requireRole(ctx.actor, 'editor')
    const snapshot = against === 'saved' ? undefined : await compileDraft(ctx, against.draft)
    const { response, decision } = await ctx.ports.gateway.evaluate(request, caller, { send, ...(snapshot ? { snapshot } : {}) })
    if (send) await audit(ctx, `Send ${request.method} ${request.path}`.slice(0, 500), `api ${request.api}`)
    const { status, headers, body } = response
    return { response: { status, headers, body: textOf(body) }, decision, revision: decision.revision }
  },
})

async function compileDraft({ ports }: ServiceContext, draft: unknown): Promise<Snapshot> {
  const { world } = await applyDocument(ports, ports.enforcedWorld(), draft, 'merge')
  return ports.compileDraft(world)
}

function textOf(body: Uint8Array | string): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}
