import type { AuthorizerInput } from '../console-api'
import { isObject, member, setMember } from '../document/json-value'
import type { DeriveContext } from './derive-api'
import { type Editable, type EditResult, editDefinition, objectAt, put, refusal } from './edit-definition'
import { writeFunctionUri } from './function-uri'
import { type OpenedDefinition, schemesPath } from './open-definition'
import { writeIdentitySources } from './read-identity-sources'
import { OPERATIONS } from './read-routes'

export interface AuthorizerContext extends DeriveContext {
  /** Of the API; part of the ARNs that are written. */
  readonly region: string
  readonly account: string
}

const KEY = 'x-amazon-apigateway-authorizer'

/** Adds an authorizer or, with `previousName`, changes that one; a new name is carried into every route. */
export function putAuthorizer(
  definition: string,
  context: AuthorizerContext,
  authorizer: AuthorizerInput,
  previousName?: string,
): EditResult {
  return editDefinition(definition, context, (root, opened) => {
    const schemes = schemesOf(root, opened)
    const name = authorizer.name
    if (!/^[A-Za-z0-9._-]{1,128}$/.test(name)) return refusal('invalid_value', 'A name has letters, digits, dots, - or _.')
    if (previousName !== undefined && !Object.hasOwn(schemes, previousName))
      return refusal('unknown_scheme', `There is no authorizer ${previousName}.`)
    if (name !== previousName && Object.hasOwn(schemes, name)) return refusal('duplicate_key', `There is an authorizer ${name} already.`)
    const found = previousName === undefined ? undefined : member(schemes, previousName)
    const scheme: Editable = isObject(found) ? { ...found } : {}
    writeScheme(scheme, authorizer, context)
    if (previousName !== undefined && previousName !== name) {
      delete schemes[previousName]
      forEachSecurity(root, (requirement) => renameKey(requirement, previousName, name))
    }
    setMember(schemes, name, scheme)
    return null
  })
}

/** Refused while a route uses the authorizer: without it the route would be open or broken. */
export function deleteAuthorizer(definition: string, context: DeriveContext, name: string): EditResult {
  return editDefinition(definition, context, (root, opened) => {
    const schemes = schemesOf(root, opened)
    if (!Object.hasOwn(schemes, name)) return refusal('unknown_scheme', `There is no authorizer ${name}.`)
    let used = false
    forEachSecurity(root, (requirement) => {
      used ||= Object.hasOwn(requirement, name)
    })
    if (used) return refusal('in_use', `Routes use the authorizer ${name}: give them another authorization first.`)
    delete schemes[name]
    return null
  })
}

function schemesOf(root: Editable, { version }: OpenedDefinition): Editable {
  return schemesPath(version).reduce(objectAt, root)
}

function writeScheme(scheme: Editable, authorizer: AuthorizerInput, context: AuthorizerContext): void {
  scheme.type = 'apiKey'
  scheme.in = 'header'
  scheme.name = authorizer.type === 'REQUEST' ? 'Unused' : authorizer.header
  scheme['x-amazon-apigateway-authtype'] = authorizer.type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'
  const found = member(scheme, KEY)
  const value: Editable = isObject(found) ? { ...found } : {}
  value.type = authorizer.type.toLowerCase()
  const isPool = authorizer.type === 'COGNITO_USER_POOLS'
  const sources = authorizer.type === 'REQUEST' ? authorizer.identitySources : [{ from: 'header', name: authorizer.header } as const]
  put(value, 'identitySource', sources.length > 0 ? writeIdentitySources(sources) : undefined)
  put(value, 'authorizerUri', isPool ? undefined : writeFunctionUri(authorizer.function, context.region))
  if (!isPool) put(value, 'authorizerResultTtlInSeconds', authorizer.ttlSec)
  put(
    value,
    'identityValidationExpression',
    authorizer.type === 'REQUEST' ? undefined : (authorizer.identityValidationExpression ?? undefined),
  )
  put(value, 'providerARNs', isPool ? poolArns(authorizer.poolIds, member(value, 'providerARNs'), context) : undefined)
  scheme[KEY] = value
}

/** An ARN that stands there stays; a new one has the region that the pool's id begins with and the API's account. */
function poolArns(poolIds: readonly string[], written: unknown, { account }: AuthorizerContext): readonly string[] {
  const known: readonly unknown[] = Array.isArray(written) ? written : []
  return poolIds.map((id) => {
    const same = known.find((arn) => typeof arn === 'string' && arn.endsWith(`:userpool/${id}`))
    return typeof same === 'string' ? same : `arn:aws:cognito-idp:${id.split('_')[0]}:${account}:userpool/${id}`
  })
}

function forEachSecurity(root: Editable, visit: (requirement: Editable) => void): void {
  const lists: unknown[] = [member(root, 'security')]
  const paths = member(root, 'paths')
  for (const item of isObject(paths) ? Object.values(paths) : []) {
    for (const [name] of OPERATIONS) lists.push(member(member(item, name), 'security'))
  }
  for (const list of lists) {
    if (Array.isArray(list)) for (const requirement of list) if (isObject(requirement)) visit(requirement)
  }
}

function renameKey(requirement: Editable, from: string, to: string): void {
  if (!Object.hasOwn(requirement, from)) return
  const scopes = requirement[from]
  delete requirement[from]
  setMember(requirement, to, scopes)
}
