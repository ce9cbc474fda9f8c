/**
 * Writes a migration that leads from the last one's schema to prisma/schema.prisma:
 * `node scripts/migration-new.mjs add_usage_plans`. Read the SQL before you commit it.
 */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { diffSchemas } from './lib/schema-engine.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const migrationsDir = path.join(root, 'prisma/migrations')
const schemaPath = path.join(root, 'prisma/schema.prisma')

const name = process.argv[2] ?? ''
if (!/^[a-z0-9_]{1,60}$/.test(name)) {
  console.error('Usage: node scripts/migration-new.mjs <name>, the name in lower_case_words.')
  process.exit(2)
}

const entries = existsSync(migrationsDir) ? await readdir(migrationsDir, { withFileTypes: true }) : []
const folders = entries
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
const last = folders.at(-1)
const before = last === undefined ? null : await readFile(path.join(migrationsDir, last, 'schema.prisma'), 'utf8')
const sql = await diffSchemas(before, await readFile(schemaPath, 'utf8'))
if (sql.trim() === '') {
  console.log('prisma/schema.prisma asks for nothing that the last migration does not have.')
  process.exit(0)
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = path.join(migrationsDir, `${stamp}_${name}`)
await mkdir(folder, { recursive: true })
await writeFile(path.join(folder, 'migration.sql'), sql)
await copyFile(schemaPath, path.join(folder, 'schema.prisma'))
console.log(`Wrote ${path.relative(root, folder)}. References between top-level objects need DEFERRABLE by hand.`)
