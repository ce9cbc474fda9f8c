import type { IntegrationInput, RouteInput } from '@/lib/domain/console-api'
import type { MockResponse, RouteMethod, RouteSpec } from '@/lib/domain/derived-api'

export interface Pair {
  readonly name: string
  readonly value: string
}

/** A route as its form holds it: texts, and both integrations, so that switching between them loses nothing. */
export interface RouteDraft {
  readonly method: RouteMethod
  readonly path: string
  /** `NONE`, `AWS_IAM` or `authorizer:{name}`. */
  readonly auth: string
  /** Separated by spaces or commas. */
  readonly scopes: string
  readonly integration: 'HTTP_PROXY' | 'MOCK'
  readonly uri: string
  readonly httpMethod: RouteMethod
  readonly timeoutMs: string
  readonly parameters: readonly Pair[]
  readonly responses: readonly MockResponse[]
}

const OK: MockResponse = { selectionPattern: null, status: 200, headers: [], contentType: 'application/json', body: '{"ok": true}' }

export const METHODS: readonly RouteMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY']

/** What is stored may be a Map in the process and is an object on the wire. */
function pairsOf(parameters: unknown): readonly Pair[] {
  const entries = parameters instanceof Map ? [...parameters] : Object.entries(parameters ?? {})
  return entries.map(([name, value]) => ({ name: String(name), value: String(value) }))
}

function authOf(auth: RouteSpec['auth']): string {
  return auth.type === 'NONE' || auth.type === 'AWS_IAM' ? auth.type : `authorizer:${auth.authorizer}`
}

export function draftOf(route: RouteSpec | null): RouteDraft {
  const proxy = route?.integration.type === 'HTTP_PROXY' ? route.integration : null
  const mock = route?.integration.type === 'MOCK' ? route.integration : null
  return {
    method: route?.method ?? 'GET',
    path: route?.path ?? '/',
    auth: route ? authOf(route.auth) : 'AWS_IAM',
    scopes: route?.auth.type === 'COGNITO_USER_POOLS' ? route.auth.scopes.join(' ') : '',
    integration: mock ? 'MOCK' : 'HTTP_PROXY',
    uri: proxy?.uri ?? 'https://echo.gatehouse.internal/',
    httpMethod: proxy?.httpMethod ?? 'ANY',
    timeoutMs: String(proxy?.timeoutMs ?? 29_000),
    parameters: pairsOf(proxy?.requestParameters),
    responses: mock && mock.responses.length > 0 ? mock.responses : [OK],
  }
}

function integrationFrom(draft: RouteDraft): IntegrationInput {
  if (draft.integration === 'MOCK') return { type: 'MOCK', responses: draft.responses }
  return {
    type: 'HTTP_PROXY',
    uri: draft.uri.trim(),
    httpMethod: draft.httpMethod,
    timeoutMs: Number(draft.timeoutMs),
    requestParameters: Object.fromEntries(
      draft.parameters.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value.trim()]),
    ),
  }
}

/** The route as the API takes it. `poolAuthorizers` are the names whose authorization may carry scopes. */
export function routeInputFrom(draft: RouteDraft, poolAuthorizers: ReadonlySet<string>): RouteInput {
  const name = draft.auth.startsWith('authorizer:') ? draft.auth.slice('authorizer:'.length) : null
  const scopes = draft.scopes.split(/[\s,]+/).filter(Boolean)
  const auth: RouteInput['auth'] =
    name === null
      ? { type: draft.auth === 'AWS_IAM' ? 'AWS_IAM' : 'NONE' }
      : poolAuthorizers.has(name)
        ? { type: 'COGNITO_USER_POOLS', authorizer: name, scopes }
        : { type: 'CUSTOM', authorizer: name }
  return { method: draft.method, path: draft.path.trim(), auth, integration: integrationFrom(draft) }
}

/** The path parameters that the integration's address does not use: likely forgotten. */
export function unusedParameters(draft: RouteDraft): readonly string[] {
  if (draft.integration !== 'HTTP_PROXY') return []
  const used = `${draft.uri} ${draft.parameters.map(({ value }) => value).join(' ')}`
  const names = [...draft.path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] ?? '')
  return names.filter((name) => !used.includes(`{${name}}`) && !used.includes(`path.${name}`))
}
