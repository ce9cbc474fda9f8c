import { checkArn } from './arn'
import type { ListElement, Text } from './document'
import { type Element, type ElementContext, quote } from './elements'
import { readListElement } from './list-element'
import { hasVariable } from './variable'
import { checkVariables } from './variable-checks'

export function parseResource(element: Element, context: ElementContext): ListElement {
  return readListElement(element, context, 'EMPTY_ARRAY_RESOURCE', checkResource)
}

/** True for the short form that API Gateway expands to the API's full ARN: `execute-api:/stage/METHOD/path`. */
export function isShortResource(value: string): boolean {
  return value.startsWith('execute-api:/')
}

function checkResource(resource: Text, context: ElementContext): void {
  const { value } = resource
  checkVariables(resource, context)
  if (value === '*') return
  if (isShortResource(value) && (context.kind === 'resource' || context.kind === 'endpoint')) return
  if (!value.startsWith('arn:')) {
    const message = `${quote(value)} is no ARN: a resource starts with "arn:" or is "*".`
    context.reporter.add('INVALID_ARN_PREFIX', resource, message)
    return
  }
  if (context.version === '2012-10-17' && hasVariable(value.split(':').slice(0, 5).join(':'))) {
    context.reporter.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', resource, 'In a resource, policy variables work only after the fifth colon.')
    return
  }
  checkArn(resource, context)
}
