import type { JsonObject } from '../json/node'
import type { PolicyKind } from '../types'
import { parseAction } from './action'
import { parseConditions } from './condition'
import type { ListElement, Statement } from './document'
import { parseEffect } from './effect'
import { type Element, type ElementContext, readElements } from './elements'
import { parsePrincipal } from './principal'
import { parseResource } from './resource'
import { parseSid } from './sid'

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

/** Kinds whose statements name principals. */
export const KINDS_WITH_PRINCIPAL: readonly PolicyKind[] = ['resource', 'endpoint', 'trust', 'rcp']

type Elements = ReadonlyMap<string, Element>

export function parseStatement(object: JsonObject, index: number, pointer: string, context: ElementContext): Statement {
  const elements = readElements(object, pointer, ELEMENTS, context)
  const place = { range: { start: object.range.start, end: Math.min(object.range.start + 1, object.range.end) }, pointer }
  for (const name of ['Principal', 'Action', 'Resource']) reportBoth(elements, name, context)
  const effect = elements.get('Effect')
  if (effect === undefined) context.reporter.add('MISSING_EFFECT', place, 'The statement has no Effect: add "Allow" or "Deny".')
  const action = pick(elements, 'Action')
  if (action === null) context.reporter.add('MISSING_ACTION', place, 'The statement has no Action or NotAction.')
  const condition = elements.get('Condition')
  const sid = elements.get('Sid')
  return {
    index,
    range: object.range,
    pointer,
    sid: sid === undefined ? null : parseSid(sid, context),
    effect: effect === undefined ? null : parseEffect(effect, context),
    principal: principalOf(elements, place, context),
    action: action === null ? null : parseAction(action, context),
    resource: resourceOf(elements, place, context),
    conditions: condition === undefined ? [] : parseConditions(condition, context),
  }
}

function pick(elements: Elements, name: string): Element | null {
  return elements.get(name) ?? elements.get(`Not${name}`) ?? null
}

function reportBoth(elements: Elements, name: string, { reporter }: ElementContext): void {
  const negated = elements.get(`Not${name}`)
  if (negated === undefined || !elements.has(name)) return
  const message = `A statement has either ${name} or Not${name}, not both.`
  reporter.add('UNSUPPORTED_ELEMENT_COMBINATION', { range: negated.key.range, pointer: negated.pointer }, message)
}

function principalOf(elements: Elements, place: Parameters<ElementContext['reporter']['add']>[1], context: ElementContext) {
  const element = pick(elements, 'Principal')
  const { kind, reporter } = context
  if (element === null) {
    if (KINDS_WITH_PRINCIPAL.includes(kind))
      reporter.add('MISSING_PRINCIPAL', place, 'The statement has no Principal: say who it is about.')
    return null
  }
  if (!KINDS_WITH_PRINCIPAL.includes(kind)) {
    const message = `This kind of policy has no ${element.key.value}: it is about whoever it is attached to.`
    reporter.add('UNSUPPORTED_PRINCIPAL', { range: element.key.range, pointer: element.pointer }, message)
    return null
  }
  return parsePrincipal(element, context)
}

function resourceOf(
  elements: Elements,
  place: Parameters<ElementContext['reporter']['add']>[1],
  context: ElementContext,
): ListElement | null {
  const element = pick(elements, 'Resource')
  const { kind, reporter } = context
  if (element === null) {
    if (kind !== 'trust') reporter.add('MISSING_RESOURCE', place, 'The statement has no Resource or NotResource.')
    return null
  }
  if (kind === 'trust') {
    const message = `A trust policy is about the role it is attached to: remove ${element.key.value}.`
    reporter.add('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', { range: element.key.range, pointer: element.pointer }, message)
    return null
  }
  return parseResource(element, context)
}
