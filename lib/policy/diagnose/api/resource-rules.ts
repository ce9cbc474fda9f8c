import { type Reporter, replaceWith } from '../../finding/reporter'
import { matchesGlob, parseGlob } from '../../match/glob'
import { findNearest } from '../../match/nearest'
import { type ApiResource, rangeWithin, withPath } from './api-resource'
import { type Coverage, type Route, routesOf } from './coverage'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** Checks one execute-api resource against the API. At most one finding: the first that explains why nothing matches. */
export function checkApiResource(resource: ApiResource, coverage: Coverage, reporter: Reporter): void {
  const rules = [checkOwner, checkApiId, checkStage, checkMethod, checkParameters, checkTrailingSlash, checkRoute]
  rules.some((rule) => rule(resource, coverage, reporter))
}

type RuleResult = boolean

function checkOwner({ text, region, account }: ApiResource, { api }: Coverage, reporter: Reporter): RuleResult {
  const wrong = [
    { name: 'Region', written: region, right: api.region },
    { name: 'account', written: account, right: api.account },
  ].find(({ written, right }) => !fits(written, right))
  if (wrong === undefined) return false
  const place = { range: rangeWithin(text, wrong.written), pointer: text.pointer }
  const fix = place.range === text.range ? undefined : replaceWith(place.range, wrong.right)
  const message = `This API is in the ${wrong.name} ${wrong.right}, so a resource in ${wrong.written || 'none'} never matches.`
  reporter.add('APIGW_REGION_OR_ACCOUNT_MISMATCH', place, message, fix)
  return true
}

function checkApiId({ text, apiId, path }: ApiResource, { api }: Coverage, reporter: Reporter): RuleResult {
  if (fits(apiId, api.apiId)) {
    if (path === null ? apiId.endsWith('*') : path !== '') return false
    const fix = replaceWith(text.range, JSON.stringify(`${text.value}${path === null ? '/*' : '*'}`))
    reporter.add(
      'APIGW_ROUTE_NOT_FOUND',
      text,
      'The resource ends with the API id, so it matches no request. Add /* for all of the API.',
      fix,
    )
    return true
  }
  const place = { range: rangeWithin(text, apiId), pointer: text.pointer }
  const fix = place.range === text.range ? undefined : replaceWith(place.range, api.apiId)
  reporter.add('APIGW_UNKNOWN_API', place, `This policy belongs to the API ${api.apiId}; a resource of ${apiId} never matches.`, fix)
  return true
}

function checkStage(resource: ApiResource, { api }: Coverage, reporter: Reporter): RuleResult {
  const { text, path } = resource
  const stage = path?.split('/', 1)[0] ?? '*'
  if (api.stages.length === 0 || stage.includes('*') || stage.includes('${') || api.stages.some((name) => fits(stage, name))) return false
  if (METHODS.includes(stage.toUpperCase())) {
    const only = api.stages.length === 1 ? api.stages[0] : '*'
    const message = `The stage is missing before ${stage}: a resource is stage/METHOD/path.`
    reporter.add('APIGW_STAGE_MISSING', text, message, replaceWith(text.range, withPath(resource, `${only}/${path}`)))
    return true
  }
  const near = reporter.isCrowded ? null : findNearest(stage, api.stages, (name) => name, 3)
  const place = { range: rangeWithin(text, `/${stage}`), pointer: text.pointer }
  const message = `This API has no stage ${stage}${near === null ? '.' : `: did you mean ${near}?`}`
  const fix = near === null || place.range === text.range ? undefined : replaceWith(place.range, `/${near}`)
  reporter.add('APIGW_UNKNOWN_STAGE', place, message, fix)
  return true
}

function checkMethod(resource: ApiResource, _coverage: Coverage, reporter: Reporter): RuleResult {
  const [stage = '', method, ...rest] = resource.path?.split('/') ?? []
  if (method === undefined || stage.includes('*') || /[*?$]/.test(method) || METHODS.includes(method)) return false
  const upper = method.toUpperCase()
  const right = upper === 'ANY' ? '*' : METHODS.includes(upper) ? upper : null
  const message =
    upper === 'ANY'
      ? 'ANY is the name of a route, not of a method: no request is sent with it. Write *.'
      : `${method || 'An empty text'} is no method as requests have it${right === null ? '.' : `: write ${right}.`}`
  const fix = right === null ? undefined : replaceWith(resource.text.range, withPath(resource, [stage, right, ...rest].join('/')))
  reporter.add('APIGW_BAD_METHOD', resource.text, message, fix)
  return true
}

function checkParameters(resource: ApiResource, _coverage: Coverage, reporter: Reporter): RuleResult {
  const path = (resource.path ?? '').replace(/\$\{[^}]{0,256}\}/g, '')
  const parameter = /\{[^}/]{1,256}\}/.exec(path)?.[0]
  if (parameter === undefined) return false
  const message = `Requests have the value in place of ${parameter}, so this matches none. Write *.`
  const fixed = withPath(resource, (resource.path ?? '').replace(/(?<!\$)\{[^}/]{1,256}\}/g, '*'))
  reporter.add('APIGW_PATH_PARAM_LITERAL', resource.text, message, replaceWith(resource.text.range, fixed))
  return true
}

function checkTrailingSlash(resource: ApiResource, { patterns }: Coverage, reporter: Reporter): RuleResult {
  const path = resource.path ?? ''
  if (!path.endsWith('/') || path.split('/').length <= 3) return false
  const shorter = path.slice(0, -1)
  if (routesOf(shorter, patterns).length === 0) return false
  const message = 'Resources of requests have no slash at the end, so this matches none.'
  reporter.add('APIGW_TRAILING_SLASH', resource.text, message, replaceWith(resource.text.range, withPath(resource, shorter)))
  return true
}

function checkRoute(resource: ApiResource, { api, patterns }: Coverage, reporter: Reporter): RuleResult {
  const { path, text } = resource
  if (path === null || api.routes.length === 0 || routesOf(path, patterns).length > 0) return false
  const [stage = '*', ...rest] = path.split('/')
  const written = rest.join('/')
  const near = reporter.isCrowded ? null : findNearest(written, api.routes, writeRoute, Math.max(3, written.length / 2))
  const message = `No route of this API matches ${written || path}${near === null ? '.' : `: the nearest is ${near.method} ${near.path}.`}`
  const fix = near === null ? undefined : replaceWith(text.range, withPath(resource, `${stage}/${writeRoute(near)}`))
  reporter.add('APIGW_ROUTE_NOT_FOUND', text, message, fix)
  return true
}

/** A route as the end of a resource pattern: `GET/pets/*`. */
function writeRoute({ method, path }: Route): string {
  return `${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`
}

function fits(pattern: string, text: string): boolean {
  return matchesGlob(parseGlob(pattern), text)
}
