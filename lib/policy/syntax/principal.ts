import { replaceWith } from '../finding/reporter'
import { childPointer } from '../json/pointer'
import type { PrincipalElement, PrincipalType, Text } from './document'
import { type Element, type ElementContext, quote, readTexts, textOf, typeName } from './elements'
import { hasVariable } from './variable'

type Entry = PrincipalElement['entries'][number]

const TYPES: readonly PrincipalType[] = ['AWS', 'Federated', 'Service', 'CanonicalUser']

export function parsePrincipal(element: Element, context: ElementContext): PrincipalElement {
  const { key, node, pointer } = element
  const { kind, reporter } = context
  const negated = key.value === 'NotPrincipal'
  if (negated && kind === 'trust') {
    const message = 'A trust policy has no NotPrincipal: name the principals that may assume the role.'
    reporter.add('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', { range: key.range, pointer }, message)
  }
  return { negated, keyRange: key.range, range: node.range, pointer, entries: readEntries(element, context) }
}

function readEntries({ key, node, pointer }: Element, context: ElementContext): readonly Entry[] {
  const { reporter } = context
  const place = { range: node.range, pointer }
  if (node.type === 'string') {
    if (node.value === '*') return [{ type: 'AWS', bare: true, value: textOf(node, pointer) }]
    const isArn = /^(arn:|\d{12}$)/.test(node.value)
    const fix = isArn ? replaceWith(node.range, `{ "AWS": ${JSON.stringify(node.value)} }`) : undefined
    reporter.add('INVALID_PRINCIPAL_FORMAT', place, `${key.value} is "*" or an object such as { "AWS": "123456789012" }.`, fix)
    return []
  }
  if (node.type !== 'object') {
    reporter.add('INVALID_PRINCIPAL_FORMAT', place, `${key.value} is "*" or an object, not ${typeName(node)}.`)
    return []
  }
  if (node.members.length === 0) reporter.add('EMPTY_OBJECT_PRINCIPAL', place, `${key.value} is empty, so the statement has no effect.`)
  return node.members.flatMap((member) => {
    const at = childPointer(pointer, member.key.value)
    const type = TYPES.find((known) => known === member.key.value)
    if (type === undefined) {
      const right = TYPES.find((known) => known.toLowerCase() === member.key.value.toLowerCase())
      const message = `${quote(member.key.value)} is no kind of principal: use AWS, Federated, Service or CanonicalUser.`
      const fix = right === undefined ? undefined : replaceWith(member.key.range, quote(right))
      reporter.add('INVALID_PRINCIPAL_KEY', { range: member.key.range, pointer: at }, message, fix)
      return []
    }
    return readValues(type, { node: member.value, pointer: at }, context)
  })
}

function readValues(type: PrincipalType, element: Pick<Element, 'node' | 'pointer'>, context: ElementContext): readonly Entry[] {
  const { node, pointer } = element
  if (node.type === 'array' && node.items.length === 0) {
    context.reporter.add('EMPTY_ARRAY_PRINCIPAL', { range: node.range, pointer }, `No ${type} principal is named.`)
  }
  return readTexts(element, `Principal ${type}`, context).map((value) => {
    checkValue(type, value, context)
    return { type, bare: false, value }
  })
}

function checkValue(type: PrincipalType, value: Text, { kind, reporter }: ElementContext): void {
  const text = value.value
  if (hasVariable(text)) {
    reporter.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', value, 'Policy variables work in Resource and Condition only.')
  } else if (type === 'AWS' && text === '*') {
    return
  } else if (/[*?]/.test(text)) {
    const message = 'A principal has no wildcards. Name it, or use "*" with a condition on aws:PrincipalArn.'
    reporter.add('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', value, message)
  } else if (type === 'AWS') checkAws(value, reporter)
  else if (type === 'Service' && !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(text)) {
    reporter.add('INVALID_SERVICE_PRINCIPAL_FORMAT', value, 'A service principal looks like apigateway.amazonaws.com.')
  } else if (type === 'Federated' && kind !== 'trust') {
    reporter.add('FEDERATED_PRINCIPAL_NOT_SUPPORTED', value, 'Federated principals occur in trust policies only; here this matches nobody.')
  }
}

const AWS_ARN =
  /^arn:[a-z-]+:(iam::\d{12}:(root|user\/.+|role\/.+|federated-user\/.+)|sts::\d{12}:(assumed-role\/[^/]+\/.+|federated-user\/.+|self))$/

function checkAws(value: Text, reporter: ElementContext['reporter']): void {
  const text = value.value
  if (/^AROA[A-Z0-9]+$/.test(text)) {
    reporter.add('INVALID_ROLE_REFERENCE', value, `${text} is the id of a role, as AWS shows it once the role is gone. Use the role's ARN.`)
  } else if (/^AIDA[A-Z0-9]+$/.test(text)) {
    reporter.add('INVALID_USER_REFERENCE', value, `${text} is the id of a user, as AWS shows it once the user is gone. Use the user's ARN.`)
  } else if (!/^\d{12}$/.test(text) && !AWS_ARN.test(text)) {
    const message = /:group\//.test(text)
      ? 'A group cannot be a principal: name its users.'
      : `${quote(text)} is no principal: use an account id or the ARN of a user, role or session.`
    reporter.add('INVALID_PRINCIPAL_FORMAT', value, message)
  }
}
