import type { IntegrationSpec, MockResponse } from '../derived-api'
import { isObject, member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { IntegrationPlace } from './read-integration'
import { matchesWhole, readPattern } from './read-pattern'

const STATUS_TEMPLATE = /^\s*\{\s*(["']?)statusCode\1\s*:\s*(["']?)(\d{3})\2\s*,?\s*\}\s*$/
/** What the template language would act on. Source: Velocity user guide, references and directives. */
const TEMPLATE_SYNTAX = /\$!?\{?[A-Za-z_]|#(?:[A-Za-z{@#*[])/
const HEADER_DESTINATION = /^method\.response\.header\.([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256})$/
const CONSTANT = /^'([\t\x20-\x26\x28-\x7e]*)'$/
const DEFAULT_STATUS = 200

/** Source: developer guide, mock integrations. Only constant templates can be answered. */
export function readMock(value: unknown, place: IntegrationPlace): IntegrationSpec | null {
  const requestStatus = readRequestStatus(value, place)
  const responses = readResponses(value, place)
  checkPassthrough(value, place)
  if (requestStatus === null) return null
  const answers = responses.some(
    ({ selectionPattern }) => selectionPattern === null || matchesWhole(selectionPattern, String(requestStatus)),
  )
  if (!answers) {
    const message = `No response is selected by the status ${requestStatus}: add one named default.`
    place.reading.problems.error(pointerTo(place.pointer, 'responses'), 'required', message)
  }
  return { type: 'MOCK', requestStatus, responses }
}

function readRequestStatus(value: unknown, { pointer, reading }: IntegrationPlace): number | null {
  const templates = member(value, 'requestTemplates')
  const at = pointerTo(pointer, 'requestTemplates')
  if (templates === undefined || templates === null) {
    reading.problems.warn(at, 'mock_status_assumed', 'No request template names a statusCode; 200 is assumed.')
    return DEFAULT_STATUS
  }
  if (!isObject(templates)) {
    reading.problems.error(at, 'invalid_type', 'requestTemplates is an object.')
    return null
  }
  const found = new Set<number>()
  for (const [type, template] of Object.entries(templates)) {
    const status = typeof template === 'string' ? STATUS_TEMPLATE.exec(template)?.[3] : undefined
    if (status === undefined)
      reading.problems.notSupported(pointerTo(at, type), 'Only the constant template {"statusCode": 200} can be run.')
    else found.add(Number(status))
  }
  if (found.size > 1) reading.problems.notSupported(at, 'One status for all content types.')
  return [...found][0] ?? DEFAULT_STATUS
}

function checkPassthrough(value: unknown, { pointer, reading }: IntegrationPlace): void {
  const behavior = member(value, 'passthroughBehavior')
  if (behavior === undefined || String(behavior).toLowerCase() === 'when_no_match') return
  reading.problems.notSupported(pointerTo(pointer, 'passthroughBehavior'), 'A mock answers whatever the content type: when_no_match.')
}

function readResponses(value: unknown, { pointer, reading }: IntegrationPlace): readonly MockResponse[] {
  const at = pointerTo(pointer, 'responses')
  const responses = member(value, 'responses')
  if (!isObject(responses)) {
    reading.problems.error(at, responses === undefined ? 'required' : 'invalid_type', 'A mock needs responses.')
    return []
  }
  return Object.entries(responses).flatMap(([selection, response]) => {
    const read = readResponse(selection, response, pointerTo(at, selection), reading)
    return read ? [read] : []
  })
}

function readResponse(selection: string, response: unknown, pointer: string, reading: IntegrationPlace['reading']): MockResponse | null {
  const { problems } = reading
  if (!isObject(response)) {
    problems.error(pointer, 'invalid_type', 'A response is an object.')
    return null
  }
  for (const name of Object.keys(response)) {
    if (!RESPONSE_FIELDS.has(name)) problems.error(pointerTo(pointer, name), 'unknown_field', `A response has no field ${name}.`)
  }
  if (member(response, 'contentHandling') != null) problems.notSupported(pointerTo(pointer, 'contentHandling'), 'Bodies are not converted.')
  const selectionPattern = selection === 'default' ? null : readPattern(selection, pointer, problems)
  const status = Number(member(response, 'statusCode'))
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    problems.error(pointerTo(pointer, 'statusCode'), 'invalid_value', 'Expected a status from 200 to 599.')
  }
  const headers = readHeaders(member(response, 'responseParameters'), pointerTo(pointer, 'responseParameters'), reading)
  const { contentType, body } = readBody(member(response, 'responseTemplates'), pointerTo(pointer, 'responseTemplates'), reading)
  return { selectionPattern, status, headers, contentType, body }
}

const RESPONSE_FIELDS: ReadonlySet<string> = new Set(['statusCode', 'responseParameters', 'responseTemplates', 'contentHandling'])

function readHeaders(
  parameters: unknown,
  pointer: string,
  { problems }: IntegrationPlace['reading'],
): readonly (readonly [string, string])[] {
  if (parameters === undefined || parameters === null) return []
  if (!isObject(parameters)) {
    problems.error(pointer, 'invalid_type', 'responseParameters is an object.')
    return []
  }
  const headers: (readonly [string, string])[] = []
  for (const [destination, source] of Object.entries(parameters)) {
    const name = HEADER_DESTINATION.exec(destination)?.[1]
    const constant = typeof source === 'string' ? CONSTANT.exec(source)?.[1] : undefined
    const at = pointerTo(pointer, destination)
    if (name === undefined) problems.error(at, 'invalid_value', 'Expected method.response.header and a name.')
    else if (constant === undefined) problems.notSupported(at, "Only a 'constant' in single quotes can be mapped.")
    else headers.push([name, constant])
  }
  return headers
}

function readBody(templates: unknown, pointer: string, { problems }: IntegrationPlace['reading']): { contentType: string; body: string } {
  const none = { contentType: 'application/json', body: '' }
  if (templates === undefined || templates === null) return none
  if (!isObject(templates)) {
    problems.error(pointer, 'invalid_type', 'responseTemplates is an object.')
    return none
  }
  const entries = Object.entries(templates)
  if (entries.length > 1) problems.notSupported(pointer, 'Choosing a template by the Accept header cannot be done: name one content type.')
  const [contentType, body] = entries[0] ?? []
  if (contentType === undefined) return none
  const at = pointerTo(pointer, contentType)
  if (!/^[\w.+-]+\/[\w.+-]+(;\s*[\w-]+=[\w-]+)*$/.test(contentType)) problems.error(at, 'invalid_value', 'Expected a media type.')
  if (typeof body !== 'string') problems.error(at, 'invalid_type', 'A template is text.')
  else if (TEMPLATE_SYNTAX.test(body))
    problems.notSupported(at, 'Only constant templates can be answered: no $ variables and # directives.')
  return { contentType, body: typeof body === 'string' ? body : '' }
}
