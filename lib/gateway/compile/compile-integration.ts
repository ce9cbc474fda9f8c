import { RE2JS } from 're2js'
import type { IntegrationSpec, MockResponse } from '../../domain/derived-api'
import { readParameterMapping } from '../integration/parameter-source'
import type { CompiledIntegration, UriPiece } from '../snapshot'

/** An integration ready to answer; one that cannot is kept as broken and answers 500. */
export function compileIntegration(spec: IntegrationSpec): CompiledIntegration {
  return spec.type === 'MOCK' ? compileMock(spec) : compileProxy(spec)
}

/** The request's status is constant, so the response that answers is known now. */
function compileMock(spec: Extract<IntegrationSpec, { type: 'MOCK' }>): CompiledIntegration {
  const status = String(spec.requestStatus)
  const response =
    spec.responses.find((one) => one.selectionPattern !== null && matches(one.selectionPattern, status)) ?? defaultOf(spec.responses)
  if (!response) return { type: 'BROKEN', problem: `no response is selected by the status ${status}` }
  const headers = response.headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  const given = response.headers.find(([name]) => name.toLowerCase() === 'content-type')
  return {
    type: 'MOCK',
    status: response.status,
    headers: [['Content-Type', given?.[1] ?? response.contentType], ...headers],
    body: response.body,
  }
}

function defaultOf(responses: readonly MockResponse[]): MockResponse | undefined {
  return responses.find(({ selectionPattern }) => selectionPattern === null || selectionPattern === '')
}

function matches(pattern: string, text: string): boolean {
  if (pattern === '') return false
  const compiled = compilePattern(pattern)
  return compiled?.matcher(text).matches() ?? false
}

/** Null when the pattern is no RE2 expression. */
export function compilePattern(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern)
  } catch {
    // Refused on save; here it only has to fail closed.
    return null
  }
}

function compileProxy(spec: Extract<IntegrationSpec, { type: 'HTTP_PROXY' }>): CompiledIntegration {
  const parameters = []
  for (const [destination, source] of spec.requestParameters) {
    const mapping = readParameterMapping(destination, source)
    if (!mapping) return { type: 'BROKEN', problem: `the request parameter ${destination} cannot be mapped from ${source.slice(0, 128)}` }
    parameters.push(mapping)
  }
  return { type: 'HTTP_PROXY', uri: splitUri(spec.uri), method: spec.httpMethod, timeoutMs: spec.timeoutMs, parameters }
}

const PLACE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}|\{([A-Za-z0-9._:-]+)\+?\}/g

function splitUri(uri: string): readonly UriPiece[] {
  const pieces: UriPiece[] = []
  let from = 0
  for (const place of uri.matchAll(PLACE)) {
    if (place.index > from) pieces.push({ type: 'text', text: uri.slice(from, place.index) })
    pieces.push(place[1] ? { type: 'stageVariable', name: place[1] } : { type: 'path', name: place[2]! })
    from = place.index + place[0].length
  }
  if (from < uri.length) pieces.push({ type: 'text', text: uri.slice(from) })
  return pieces
}
