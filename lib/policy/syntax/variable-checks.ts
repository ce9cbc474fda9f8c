import type { Text } from './document'
import type { ElementContext } from './elements'
import { parseTemplate, type VariableProblem } from './variable'

const MESSAGES: Record<VariableProblem, string> = {
  MISSING_BRACE_IN_VARIABLE: 'The policy variable has no closing brace.',
  MISSING_QUOTE_IN_VARIABLE: "The default value of a policy variable stands in single quotes, as in 'everyone'.",
  UNSUPPORTED_SPACE_IN_VARIABLE: 'A policy variable has no spaces, except one after the comma.',
  EMPTY_VARIABLE: 'The policy variable names no condition key.',
}

/** Reports a policy variable that is not well formed. */
export function checkVariables(text: Text, { reporter, version }: ElementContext): void {
  if (version === '2008-10-17') return
  const { problem } = parseTemplate(text.value)
  if (problem !== null) reporter.add(problem.id, text, MESSAGES[problem.id])
}
