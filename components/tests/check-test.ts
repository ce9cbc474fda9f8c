/** A saved test against the decision that it got: what was expected, what came, and whether they agree. */
import type { EvaluateInput, EvaluateResult } from '@/lib/domain/console-api'
import type { EvaluateCaller } from '@/lib/domain/evaluate'
import type { SavedTest, TestCaller } from '@/lib/domain/world'

export interface Check {
  readonly name: 'outcome' | 'status' | 'reason' | 'statement' | 'error type' | 'body'
  readonly expected: string
  readonly actual: string
  readonly passed: boolean
}

/** Why a test cannot be decided without sending real requests; null when it can. */
export function notEvaluable(test: SavedTest): string | null {
  if (test.caller.type === 'iam' && test.caller.breakage) return 'It breaks a real signature, which only the gateway sees.'
  if (test.before.length > 0) return 'It sends other requests first to fill a cache; an evaluation keeps no cache.'
  if (test.request.hmac) return 'It is signed with a function’s key, which the console never sees.'
  return null
}

export function testInput(test: SavedTest): EvaluateInput {
  const [path = '/', ...query] = test.request.path.split('?')
  return {
    request: {
      api: test.api,
      stage: test.stage,
      method: test.request.method,
      path,
      rawQuery: query.join('?'),
      headers: test.request.headers,
      body: test.request.body ?? '',
      sourceIp: test.request.sourceIp,
    },
    caller: evaluateCaller(test.caller),
    against: 'saved',
  }
}

export function evaluateCaller(caller: TestCaller): EvaluateCaller {
  return caller.type === 'iam' ? { type: 'iam', arn: caller.arn } : caller
}

/** Compares what the test names. Status and body of an allowed request come from the upstream, which was not called. */
export function checkTest({ expect }: SavedTest, { response, decision }: EvaluateResult): readonly Check[] {
  const statement = decidingSid(decision)
  const errorType = response.headers.find(([name]) => name.toLowerCase() === 'x-amzn-errortype')?.[1] ?? ''
  const answered = decision.outcome !== 'allow'
  const checks: (Check | null)[] = [
    check('outcome', expect.outcome, decision.outcome),
    answered || expect.outcome !== 'allow' ? check('status', String(expect.status), String(response.status)) : null,
    expect.reasonCode === null ? null : check('reason', expect.reasonCode, decision.reasonCode),
    expect.statement === null ? null : check('statement', expect.statement, statement ?? 'none'),
    expect.errorType === null ? null : check('error type', expect.errorType, errorType || 'none'),
    expect.body === null || !answered
      ? null
      : { name: 'body', expected: expect.body, actual: response.body, passed: response.body.includes(expect.body) },
  ]
  return checks.filter((item) => item !== null)
}

function check(name: Check['name'], expected: string, actual: string): Check {
  return { name, expected, actual, passed: expected === actual }
}

function decidingSid({ decidedBy }: EvaluateResult['decision']): string | null {
  return decidedBy.sid ?? null
}
