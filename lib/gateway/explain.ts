/** Makes the decision of a finished exchange readable: the sentence, the stages, the statement that decided. */
import { type Decision, STAGES, type StageTrace } from '../domain/decision'
import { type AccessExplanation, explainAccess } from '../policy'
import { allowedCode } from './access'
import type { Access, Exchange } from './exchange'
import { PIPELINE } from './pipeline'
import { REASONS } from './reasons'
import type { ReasonCode } from './reasons/reason-code'
import { textOf } from './say'
import type { Tale } from './tale'

/** The reason code of a finished exchange: its refusal's, or what let it through. */
export function reasonCodeOf(x: Exchange): ReasonCode {
  return x.refusal?.code ?? allowedCode(x)
}

/** Builds the tree. Asks the policy engine the same questions again, on the snapshot that decided. */
export function explainExchange(x: Exchange): Decision {
  const code = reasonCodeOf(x)
  const reason = REASONS[code]
  const decidingStage = findDecidingStage(x)
  const access = accessAt(x, decidingStage)
  const explanation = access ? explainAccess(access.question, access.request) : null
  const tale: Tale = { x, refusal: x.refusal, access: explanation }
  const sentenceParts = reason.sentence(tale)
  return {
    requestId: x.requestId,
    revision: x.snapshot.revision,
    outcome: reason.outcome,
    status: x.status,
    reasonCode: code,
    sentence: textOf(sentenceParts),
    sentenceParts,
    fidelity: reason.fidelity,
    decidedBy: { stage: STAGES[decidingStage]!, ...pointAt(explanation) },
    missingFacts: explanation?.decision.missingFacts ?? [],
    stages: PIPELINE.map((_, index) => traceStage(x, index)),
  }
}

function traceStage(x: Exchange, index: number): StageTrace {
  const stage = PIPELINE[index]!
  const result = x.results[index]
  if (!result) return { name: stage.name, outcome: 'notReached', why: 'the request ended before', detail: [], policies: [] }
  const told = stage.tell(x, result)
  return {
    name: stage.name,
    outcome: result.outcome,
    why: told.why,
    durationUs: Math.round(x.durationsUs[index] ?? 0),
    detail: told.detail ?? [],
    cell: told.cell,
    policies: told.policies ?? [],
  }
}

/** The stage that refused; of an allowed request the one that weighed policies or the authorizer last. */
function findDecidingStage(x: Exchange): number {
  if (x.refusal) return x.results.length - 1
  if (x.access) return STAGES.indexOf('authorize')
  if (x.beforeAccess) return STAGES.indexOf('resourcePolicy')
  return STAGES.indexOf(x.authorizer ? 'authorizer' : 'route')
}

function accessAt(x: Exchange, stage: number): Access | null {
  if (stage === STAGES.indexOf('authorize')) return x.access
  return stage === STAGES.indexOf('resourcePolicy') ? x.beforeAccess : null
}

function pointAt(explanation: AccessExplanation | null): Omit<Decision['decidedBy'], 'stage'> {
  const decidedBy = explanation?.decision.decidedBy
  if (!explanation || !decidedBy || explanation.decidingPolicy === null) return {}
  const statement = explanation.policies[explanation.decidingPolicy]?.statements.find(({ index }) => index === decidedBy.statementIndex)
  const condition = statement?.conditions.findIndex(({ matched }) => matched === 'match') ?? -1
  return {
    policy: explanation.decidingPolicy,
    policyKind: decidedBy.kind,
    sid: statement?.sid ?? null,
    statement: decidedBy.statementIndex,
    ...(condition === -1 ? {} : { condition }),
  }
}
