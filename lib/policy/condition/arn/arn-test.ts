import { type ArnPattern, compileArn, matchesArn } from '../../match/arn'
import type { PatternKind } from '../../match/pattern'
import type { Condition, PolicyVersion } from '../../syntax/document'
import { patternTest } from '../string/string-test'
import type { ValueTest } from '../value-test'

const ARN = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/

/** A value that is no ARN matches no pattern. */
const ARN_LIKE: PatternKind<ArnPattern> = {
  wildcards: true,
  compile: compileArn,
  matches: (compiled, value) => matchesArn(compiled, value) && ARN.test(value),
}

/** ArnEquals and ArnLike, which are the same, and their negations. */
export function compileArnTest(condition: Condition, version: PolicyVersion): ValueTest {
  return patternTest(condition, version, ARN_LIKE)
}
