import type { AuthorizerSpec, RouteAuth } from '../../domain/derived-api'
import type { Api, LambdaFunction, SavedTest } from '../../domain/world'
import type { Transaction } from '../database'
import { type SecretBox, sha256Hex } from '../secret-box'
import { writeEvents, writePairs, writeTables, writeTestContent } from './columns'
import { places } from './places'

/** Writes an API, its stages, and the rows that are derived from its definition. */
export async function saveApi(tx: Transaction, api: Api): Promise<void> {
  const data = {
    accountId: api.account,
    region: api.region,
    name: api.name,
    protocol: api.protocol,
    endpointType: api.endpointType,
    definition: api.definition,
    definitionSha256: sha256Hex(api.definition),
    policy: api.policy,
    policySha256: api.policy === null ? null : sha256Hex(api.policy),
  }
  await tx.api.upsert({ where: { id: api.id }, create: { id: api.id, ...data }, update: data })
  await tx.stage.deleteMany({ where: { apiId: api.id } })
  await tx.stage.createMany({
    data: api.stages.map((stage, position) => ({ apiId: api.id, name: stage.name, position, variables: writePairs(stage.variables) })),
  })
  await saveDerived(tx, api)
}

async function saveDerived(tx: Transaction, api: Api): Promise<void> {
  await tx.route.deleteMany({ where: { apiId: api.id } })
  await tx.route.createMany({
    data: api.derived.routes.map((route, position) => ({
      apiId: api.id,
      key: route.key,
      position,
      method: route.method,
      path: route.path,
      operationId: route.operationId,
      ...authColumns(route.auth),
      integrationType: route.integration.type,
    })),
  })
  await tx.authorizer.deleteMany({ where: { apiId: api.id } })
  await tx.authorizer.createMany({
    data: api.derived.authorizers.map((authorizer, position) => ({
      apiId: api.id,
      name: authorizer.name,
      position,
      type: authorizer.type,
      ...authorizerColumns(authorizer),
    })),
  })
}

function authColumns(auth: RouteAuth): { authType: string; authorizerName: string | null; scopes: string[] } {
  return {
    authType: auth.type,
    authorizerName: 'authorizer' in auth ? auth.authorizer : null,
    scopes: 'scopes' in auth ? [...auth.scopes] : [],
  }
}

function authorizerColumns(authorizer: AuthorizerSpec) {
  if (authorizer.type === 'COGNITO_USER_POOLS') return { userPoolIds: [...authorizer.poolIds] }
  const { account, region, name } = authorizer.function
  return { ttlSec: authorizer.ttlSec, functionAccount: account, functionRegion: region, functionName: name }
}

export async function saveFunction(tx: Transaction, fn: LambdaFunction, box: SecretBox): Promise<void> {
  const key = { accountId: fn.account, region: fn.region, name: fn.name }
  const data = {
    handler: fn.handler,
    code: fn.code,
    codeSha256: sha256Hex(fn.code),
    environmentSealed: box.seal(writePairs(fn.environment), places.functionEnvironment(key)),
    timeoutMs: fn.timeoutMs,
    memoryMb: fn.memoryMb,
    tables: writeTables(fn.tables),
    events: writeEvents(fn.events),
  }
  await tx.function.upsert({ where: { accountId_region_name: key }, create: { ...key, ...data }, update: data })
}

export async function saveTest(tx: Transaction, test: SavedTest): Promise<void> {
  const data = { description: test.description, apiId: test.api, stage: test.stage, content: writeTestContent(test) }
  await tx.savedTest.upsert({ where: { name: test.name }, create: { name: test.name, ...data }, update: data })
}
