import type { Reporter } from '../finding/reporter'
import type { PolicyVersion, Statement } from '../syntax/document'
import { parseTemplate } from '../syntax/variable'

/** Remarks on policy variables that do not do what they seem to. */
export function lintVariables({ resource, conditions, effect }: Statement, version: PolicyVersion, reporter: Reporter): void {
  const inResource = resource?.values.filter(({ value }) => value.includes('${')) ?? []
  const inConditions = conditions.flatMap(({ values }) => values.filter(({ value }) => value.includes('${')))
  for (const text of version === '2008-10-17' ? [...inResource, ...inConditions] : []) {
    const message = 'In version 2008-10-17 this is plain text, not a policy variable: use version 2012-10-17.'
    reporter.add('VARIABLE_UNSUPPORTED_IN_VERSION', text, message)
  }
  if (effect !== 'Deny' || resource?.negated !== true || version === '2008-10-17') return
  for (const text of inResource) {
    if (!parseTemplate(text.value).parts.some((part) => part.type === 'variable' && part.fallback === null)) continue
    const message = "A caller for whom this variable has no value is not denied at all: give it a default, as in 'none'."
    reporter.add('VARIABLE_IN_DENY_NOT_RESOURCE', text, message)
  }
}
