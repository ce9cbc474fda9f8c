/** The request as a curl command. Credentials are placeholders; header names are the real ones. */
import type { ApiDetail } from '@/lib/domain/console-api'
import type { RouteSpec } from '@/lib/domain/derived-api'
import { matchTypedPath } from './match-route'
import type { PlaygroundRequest } from './request-state'
import { isSecretHeader } from './request-state'

/** Returns a command for a POSIX shell, one option a line. */
export function curlCommand(request: PlaygroundRequest, api: ApiDetail): string {
  const invokeUrl = api.stageDetails.find((stage) => stage.name === request.stage)?.invokeUrls[0] ?? ''
  const lines = [`curl ${quote(invokeUrl.replace(/\/$/, '') + request.path)}`]
  if (request.method !== 'GET') lines.push(`-X ${request.method}`)
  lines.push(...credentialOptions(request, api))
  for (const [name, value] of request.headers) {
    if (name) lines.push(`-H ${isSecretHeader(name) ? `"${name}: $${placeholderOf(name)}"` : quote(`${name}: ${value}`)}`)
  }
  if (request.body) lines.push(`--data-binary ${quote(request.body)}`)
  return lines.join(' \\\n  ')
}

function credentialOptions(request: PlaygroundRequest, api: ApiDetail): readonly string[] {
  const { caller } = request
  if (caller.type === 'iam') {
    const options = [`--aws-sigv4 ${quote(`aws:amz:${api.region}:execute-api`)}`, '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"']
    return caller.session ? [...options, '-H "X-Amz-Security-Token: $AWS_SESSION_TOKEN"'] : options
  }
  if (caller.type !== 'poolUser') return []
  const route = matchTypedPath(api.routes, request.method, request.path)?.route
  return [`-H "${tokenHeader(route, api)}: $${caller.tokenUse === 'id' ? 'ID_TOKEN' : 'ACCESS_TOKEN'}"`]
}

function tokenHeader(route: RouteSpec | undefined, api: ApiDetail): string {
  const auth = route?.auth
  if (auth?.type !== 'COGNITO_USER_POOLS') return 'Authorization'
  const authorizer = api.authorizers.find((item) => item.name === auth.authorizer)
  return authorizer?.type === 'COGNITO_USER_POOLS' ? authorizer.header : 'Authorization'
}

function placeholderOf(header: string): string {
  return header.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
}

/** One word for a POSIX shell. */
export function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
