import { policyValueOf } from '../document/policy-text'
import { withoutEmpty } from '../document/without-empty'
import type { Api, LambdaFunction, SavedTest, World } from '../world'
import { type ExportOptions, exportAccount } from './export-iam'
import { exportPool } from './export-pool'
import { inNormalOrder } from './normal-order'
import { objectKey } from './object-key'
import { sortBy } from './sort-by'

type Exported = Readonly<Record<string, unknown>>

/**
 * Returns the world as a workspace document, everything sorted by key. Applying it to the same world
 * changes nothing. Without `secrets` no secret is in it; function variables then stand with the value null.
 */
export function exportWorkspace(world: World, options: ExportOptions): Exported {
  return {
    gatehouse: 1,
    accounts: sortBy(world.accounts, (account) => account.id).map((account) => exportAccount(account, options)),
    functions: sortBy(world.functions, (fn) => objectKey('function', fn)).map((fn) => exportFunction(fn, options)),
    userPools: sortBy(world.userPools, (pool) => pool.id).map((pool) => exportPool(pool, options)),
    apis: sortBy(world.apis, (api) => api.id).map(exportApi),
    tests: sortBy(world.tests, (test) => test.name).map(exportTest),
  }
}

export function exportFunction(value: LambdaFunction, { secrets }: ExportOptions): Exported {
  const fn = inNormalOrder('function', value)
  const environment = sortBy([...fn.environment], ([name]) => name).map(([name, text]) => [name, secrets ? text : null])
  const tables = sortBy([...fn.tables], ([name]) => name).map(([name, rows]) => [
    name,
    Object.fromEntries(sortBy([...rows], ([key]) => key)),
  ])
  return withoutEmpty({
    name: fn.name,
    account: fn.account,
    region: fn.region,
    handler: fn.handler,
    code: fn.code,
    environment: Object.fromEntries(environment),
    timeoutMs: fn.timeoutMs,
    memoryMb: fn.memoryMb,
    tables: Object.fromEntries(tables),
    events: fn.events.map(({ name, event }) => ({ name, event })),
  })
}

export function exportApi(value: Api): Exported {
  const api = inNormalOrder('api', value)
  return {
    id: api.id,
    account: api.account,
    region: api.region,
    protocol: api.protocol,
    endpoint: { type: api.endpointType },
    stages: api.stages.map((stage) => ({
      name: stage.name,
      variables: Object.fromEntries(sortBy([...stage.variables], ([name]) => name)),
    })),
    definition: exportDefinition(api),
  }
}

/** The OpenAPI document with the resource policy put back. */
export function exportDefinition(api: Api): Exported {
  const definition: Exported = JSON.parse(api.definition)
  return api.policy === null ? definition : { ...definition, 'x-amazon-apigateway-policy': policyValueOf(api.policy) }
}

export function exportTest(test: SavedTest): Exported {
  return withoutEmpty({
    name: test.name,
    description: test.description,
    api: test.api,
    stage: test.stage,
    before: test.before.map(withoutEmptyRequest),
    request: withoutEmptyRequest(test.request),
    caller: test.caller,
    expect: withoutEmpty(test.expect),
  })
}

function withoutEmptyRequest(request: SavedTest['request']): Exported {
  return withoutEmpty({ ...request })
}
