import type { ApiFacts } from '../../policy'
import { pointerTo } from '../document/pointer'
import { type Derivation, deriveApi } from '../openapi/derive-api'
import type { Api, Stage } from '../world'
import { checkPolicy } from './check-policy'
import { choose, mergeList } from './merge'
import type { ApiDocument } from './workspace-shape'
import { type ApplyContext, placeOf } from './world-context'

type StageDocument = NonNullable<ApiDocument['stages']>[number]
type EndpointType = Api['endpointType']

export async function applyApi(doc: ApiDocument, stored: Api | undefined, pointer: string, context: ApplyContext): Promise<Api> {
  const id = doc.id ?? ''
  context.places.set(placeOf('api', id), pointer)
  const protocol = choose(context, doc.protocol, stored?.protocol, 'REST')
  const base = {
    id,
    account: requiredText('account', doc.account, stored?.account, pointer, context),
    region: requiredText('region', doc.region, stored?.region, pointer, context),
    protocol,
    endpointType: endpointTypeOf(doc, stored, protocol, pointer, context),
    stages: await applyStages(doc, stored, protocol, pointer, context),
  }
  const api = { ...base, ...applyDefinition(doc, stored, base, pointer, context) }
  checkApiPolicy(doc, api, pointer, context)
  return api
}

function requiredText(
  field: 'account' | 'region',
  given: string | undefined,
  stored: string | undefined,
  pointer: string,
  context: ApplyContext,
): string {
  const value = choose(context, given, stored, '')
  if (value === '') context.problems.error(pointerTo(pointer, field), 'required', `${field} is missing.`)
  return value
}

function endpointTypeOf(
  doc: ApiDocument,
  stored: Api | undefined,
  protocol: Api['protocol'],
  pointer: string,
  context: ApplyContext,
): EndpointType {
  // PRIVATE was refused when the document was read.
  const given = doc.endpoint?.type === 'EDGE' ? 'EDGE' : doc.endpoint?.type && 'REGIONAL'
  const type = choose<EndpointType>(context, given, stored?.endpointType, 'REGIONAL')
  if (type === 'EDGE' && protocol === 'HTTP') {
    context.problems.error(pointerTo(pointer, 'endpoint', 'type'), 'invalid_value', 'HTTP APIs have Regional endpoints only.')
  }
  return type
}

function applyStages(
  doc: ApiDocument,
  stored: Api | undefined,
  protocol: Api['protocol'],
  pointer: string,
  context: ApplyContext,
): Promise<readonly Stage[]> {
  return mergeList<Stage, StageDocument>(context, {
    stored: stored?.stages ?? [],
    given: doc.stages,
    pointer: pointerTo(pointer, 'stages'),
    storedKey: (stage) => stage.name,
    givenKey: (stage) => stage.name ?? '',
    build: (stage, old, at) => {
      if (stage.name === '$default' && protocol === 'REST') {
        context.problems.error(pointerTo(at, 'name'), 'invalid_value', 'Only HTTP APIs have a stage $default.')
      }
      const variables = stage.variables && new Map(Object.entries(stage.variables))
      return { name: stage.name ?? '', variables: choose(context, variables, old?.variables, new Map()) }
    },
  })
}

type Defined = Pick<Api, 'name' | 'definition' | 'policy' | 'derived'>

/** A definition that is given replaces the stored one. */
function applyDefinition(
  doc: ApiDocument,
  stored: Api | undefined,
  { id, protocol }: Pick<Api, 'id' | 'protocol'>,
  pointer: string,
  context: ApplyContext,
): Defined {
  const at = pointerTo(pointer, 'definition')
  const nothing: Defined = { name: '', definition: '', policy: null, derived: { routes: [], authorizers: [] } }
  const source = choose(context, doc.definition, stored?.definition, undefined)
  if (source === undefined) {
    context.problems.error(at, 'required', 'An API needs a definition.')
    return nothing
  }
  if (doc.definition === undefined && stored && stored.protocol === protocol) {
    const { name, definition, derived } = stored
    return { name, definition, derived, policy: doc.policy === undefined ? stored.policy : doc.policy }
  }
  const result = deriveApi(source, { protocol })
  if (!result.ok) {
    for (const issue of result.issues) context.problems.add({ ...issue, pointer: at + issue.pointer })
    return nothing
  }
  for (const issue of result.warnings) context.problems.add({ ...issue, pointer: at + issue.pointer })
  rememberPlaces(id, result, at, context)
  const { name, definition, derived } = result
  return { name, definition, derived, policy: policyOf(doc, stored, result, pointer, context) }
}

/**
 * The policy of the definition or of the field beside it; in a merge that names neither the stored one stays,
 * so that an edit of routes never takes a policy away. `policy: null` does.
 */
function policyOf(
  doc: ApiDocument,
  stored: Api | undefined,
  { policy }: Derivation,
  pointer: string,
  context: ApplyContext,
): string | null {
  if (doc.policy !== undefined && doc.definition !== undefined && policy !== null) {
    const message = 'The definition has x-amazon-apigateway-policy too: give one of them.'
    context.problems.error(pointerTo(pointer, 'policy'), 'invalid_value', message)
  }
  return choose(context, doc.policy !== undefined ? doc.policy : (policy ?? undefined), stored?.policy, null)
}

function rememberPlaces(id: string, { derived, pointers }: Derivation, at: string, { places }: ApplyContext): void {
  for (const { name } of derived.authorizers) {
    const pointer = pointers.get(`authorizer ${name}`)
    if (pointer !== undefined) places.set(placeOf('authorizer', `${id}/${name}`), at + pointer)
  }
}

function checkApiPolicy(doc: ApiDocument, api: Api, pointer: string, { problems }: ApplyContext): void {
  if (api.policy === null) return
  const at = doc.policy !== undefined ? pointerTo(pointer, 'policy') : pointerTo(pointer, 'definition', 'x-amazon-apigateway-policy')
  if (api.protocol === 'HTTP') problems.notSupported(at, 'HTTP APIs have no resource policy.')
  else checkPolicy(api.policy, 'resource', at, problems, apiFactsOf(api))
}

/** What the diagnostics of an API's resource policy may know of the API. */
export function apiFactsOf(api: Api): ApiFacts {
  return {
    partition: 'aws',
    region: api.region,
    account: api.account,
    apiId: api.id,
    protocol: api.protocol,
    endpointType: api.endpointType,
    stages: api.stages.map((stage) => stage.name),
    routes: api.derived.routes.map(({ method, path, auth }) => ({ method, path, auth: auth.type })),
  }
}
