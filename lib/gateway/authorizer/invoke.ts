import type { LambdaFunction } from '../../domain/world'
import type { CompiledPolicy } from '../../policy'
import type { ScriptResult, ScriptRunner } from '../../sandbox/script-runner'
import { compileSlot } from '../compile/policy-memo'
import { readAuthorizerOutput } from './output'

/** What came of one call of a Lambda authorizer; only the good ones may be kept. */
export type LambdaVerdict =
  | {
      readonly ok: true
      readonly principalId: string
      readonly policy: CompiledPolicy
      readonly context: ReadonlyMap<string, string>
      /** The function that answered. */
      readonly fn: LambdaFunction
      readonly durationMs: number
    }
  | {
      readonly ok: false
      readonly code: 'AUTHORIZER_SAID_UNAUTHORIZED' | 'AUTHORIZER_FAILED' | 'AUTHORIZER_BAD_OUTPUT'
      readonly note: string
    }

/** Calls the function and checks what it returned. Never rejects. */
export async function invokeAuthorizer(
  scripts: ScriptRunner,
  fn: LambdaFunction,
  event: object,
  authorizer: { readonly apiId: string; readonly name: string },
): Promise<LambdaVerdict> {
  const result = await scripts.invoke(fn, event)
  if (!result.ok) return describeFailure(fn, result)
  const read = readAuthorizerOutput(result.value)
  if (!read.ok) return { ok: false, code: 'AUTHORIZER_BAD_OUTPUT', note: lowerFirst(read.problem) }
  const source = { type: 'authorizer', id: `${authorizer.apiId}#${authorizer.name}`, name: authorizer.name } as const
  const slot = compileSlot(read.output.policy, { kind: 'authorizer', source })
  if (!slot.ok) return { ok: false, code: 'AUTHORIZER_BAD_OUTPUT', note: `its policy cannot be enforced: ${slot.problem}` }
  const { principalId, context } = read.output
  return { ok: true, principalId, policy: slot.policy, context, fn, durationMs: result.durationMs }
}

function describeFailure(fn: LambdaFunction, result: Extract<ScriptResult, { ok: false }>): LambdaVerdict {
  if (result.kind === 'error' && result.errorMessage === 'Unauthorized') {
    return { ok: false, code: 'AUTHORIZER_SAID_UNAUTHORIZED', note: `${fn.name} failed with Unauthorized` }
  }
  if (result.kind === 'badResult') return { ok: false, code: 'AUTHORIZER_BAD_OUTPUT', note: `${fn.name} returned no usable value` }
  return { ok: false, code: 'AUTHORIZER_FAILED', note: `${fn.name} ${FAILURES[result.kind]}` }
}

const FAILURES = {
  error: 'threw an error',
  timeout: 'did not finish in time',
  memory: 'ran out of memory',
  syntax: 'does not parse or exports no handler',
  badResult: 'returned no usable value',
  overloaded: 'has too many calls waiting',
} as const

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
}
