import { replaceWith } from '../finding/reporter'
import { matchesGlob, parseGlob } from '../match/glob'
import type { ListElement, Text } from './document'
import { type Element, type ElementContext, quote } from './elements'
import { readListElement } from './list-element'
import { findServiceActions, nearestAction } from './service-actions'
import { hasVariable } from './variable'

export function parseAction(element: Element, context: ElementContext): ListElement {
  return readListElement(element, context, 'EMPTY_ARRAY_ACTION', checkAction)
}

function checkAction(action: Text, { kind, reporter }: ElementContext): void {
  const { value } = action
  if (value === '*') return
  if (hasVariable(value)) {
    reporter.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', action, 'Policy variables work in Resource and Condition only.')
    return
  }
  const [, service = '', name = ''] = /^([A-Za-z0-9*?-]+):([A-Za-z0-9*?]+)$/.exec(value) ?? []
  if (service === '') {
    const message = `${quote(value)} is no action: write service:Operation, as in execute-api:Invoke, or "*".`
    reporter.add('INVALID_ACTION_FORMAT', action, message)
    return
  }
  if (/[*?]/.test(service)) {
    reporter.add(
      'WILDCARD_IN_SERVICE_NAME',
      action,
      `The wildcard in the service name of ${quote(value)} may match services you do not mean.`,
    )
    return
  }
  const known = findServiceActions(service)
  if (known === 'unknown') return
  const pattern = parseGlob(name.toLowerCase())
  if (!known.some((operation) => matchesGlob(pattern, operation.toLowerCase()))) reportUnknown(action, service, name, reporter)
  else if (kind === 'resource' && service.toLowerCase() !== 'execute-api') {
    reporter.add(
      'UNSUPPORTED_ACTION_IN_POLICY',
      action,
      `An API's resource policy is about execute-api actions; ${quote(value)} never occurs.`,
    )
  }
}

function reportUnknown(action: Text, service: string, name: string, reporter: ElementContext['reporter']): void {
  const near = nearestAction(service, name)
  const message = `${service} has no action ${quote(name)}${near === null ? '.' : `: did you mean ${near}?`}`
  const fix = near === null ? undefined : replaceWith(action.range, quote(`${service}:${near}`))
  reporter.add('INVALID_ACTION', action, message, fix)
}
