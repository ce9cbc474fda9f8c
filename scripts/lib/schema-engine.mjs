/** Prisma's schema engine as WebAssembly: compares two schema texts. No binary and no database. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

/**
 * The engine greets a database before it compares texts. This one has nothing in it and answers every
 * question with no rows.
 */
function emptyDatabase() {
  const noRows = { columnNames: [], columnTypes: [], rows: [] }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async () => noRows,
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error('The schema engine must not write.')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: false }),
    dispose: async () => {},
  }
}

const emptyDatabaseFactory = () =>
  bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: async () => emptyDatabase(),
    connectToShadowDb: async () => emptyDatabase(),
  })

async function loadEngineClass() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      throw new Error(`The schema engine stopped: ${message}`)
    },
  }
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const gluePath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await readFile(path.join(path.dirname(gluePath), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

const asTarget = (schema) =>
  schema === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] }

/**
 * Returns the SQL that leads from one schema text to another; `from` null is an empty database.
 * The text is empty when nothing changes.
 */
export async function diffSchemas(from, to) {
  const SchemaEngine = await loadEngineClass()
  const datamodels = [['schema.prisma', to]]
  const engine = await SchemaEngine.new({ datamodels }, () => {}, emptyDatabaseFactory())
  const result = await engine.diff({
    from: asTarget(from),
    to: asTarget(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const sql = result.stdout ?? ''
  return sql.includes('This is an empty migration') ? '' : sql
}
