import type { Api, LambdaFunction, SavedTest, Stage } from '../../domain/world'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import { readEvents, readPairs, readTables, readTestContent } from './columns'
import type { DerivedApiCache } from './derived-api-cache'
import { groupBy } from './group-by'
import { places } from './places'

/** Every API, in two queries. Routes and authorizers are read out of the definition, not out of the rows derived from it. */
export async function loadApis(tx: Transaction, derived: DerivedApiCache): Promise<readonly Api[]> {
  const rows = await tx.api.findMany({ orderBy: { id: 'asc' } })
  const stages = groupBy(
    await tx.stage.findMany({ orderBy: [{ apiId: 'asc' }, { position: 'asc' }] }),
    (row) => row.apiId,
    (row): Stage => ({ name: row.name, variables: readPairs(row.variables) }),
  )
  derived.keepOnly(rows.map((row) => row.id))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    account: row.accountId,
    region: row.region,
    protocol: row.protocol,
    endpointType: row.endpointType,
    stages: stages.get(row.id) ?? [],
    definition: row.definition,
    policy: row.policy,
    derived: derived.get(row),
  }))
}

export async function loadFunctions(tx: Transaction, box: SecretBox): Promise<readonly LambdaFunction[]> {
  const rows = await tx.function.findMany({ orderBy: [{ accountId: 'asc' }, { region: 'asc' }, { name: 'asc' }] })
  return rows.map((row) => ({
    account: row.accountId,
    region: row.region,
    name: row.name,
    handler: row.handler,
    code: row.code,
    environment: readPairs(box.open(row.environmentSealed, places.functionEnvironment(row))),
    timeoutMs: row.timeoutMs,
    memoryMb: row.memoryMb,
    tables: readTables(row.tables),
    events: readEvents(row.events),
  }))
}

export async function loadTests(tx: Transaction): Promise<readonly SavedTest[]> {
  const rows = await tx.savedTest.findMany({ orderBy: { position: 'asc' } })
  return rows.map((row) => ({
    name: row.name,
    description: row.description,
    api: row.apiId,
    stage: row.stage,
    ...readTestContent(row.content),
  }))
}
