import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { embeddedFailure } from './failure'

const recordSchema = z.object({
  /** Absolute path of a cluster outside the data directory; null when it is inside. */
  clusterDir: z.string().nullable(),
  password: z.string().min(16),
})

/** What is remembered of the embedded database between starts. */
export type EmbeddedRecord = Readonly<z.infer<typeof recordSchema>>

const fileOf = (dataDir: string): string => path.join(dataDir, 'postgres.json')

/** @throws AppError `database_unavailable` for a file that is not ours or cut short. */
export function readRecord(dataDir: string): EmbeddedRecord | null {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return null
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw embeddedFailure(
      `${file} cannot be read.`,
      'Restore it from a backup of the data directory, or move the directory away to start anew.',
      error,
    )
  }
}

/** Whole or not at all; readable by its owner only. */
export function writeRecord(dataDir: string, record: EmbeddedRecord): void {
  const file = fileOf(dataDir)
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(temporary, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(temporary, file)
}
