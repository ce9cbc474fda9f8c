import type { Database } from './database'
import { inDatabase } from './prisma-errors'
import type { SecretBox } from './secret-box'
import { places } from './world/places'

/** The demo's generated secrets, so that they can be printed again. */
export interface DemoSecrets {
  /** Replaces the values of the names that are given. */
  save(values: ReadonlyMap<string, string>): Promise<void>
  /** In the order of their names; empty when the demo was never seeded. */
  list(): Promise<ReadonlyMap<string, string>>
}

export function createDemoSecrets({ prisma }: Database, box: SecretBox): DemoSecrets {
  return {
    save: (values) =>
      inDatabase(async () => {
        await prisma.$transaction(
          [...values].map(([name, value]) => {
            const valueSealed = box.seal(value, places.demoSecret(name))
            return prisma.demoSecret.upsert({ where: { name }, create: { name, valueSealed }, update: { valueSealed } })
          }),
        )
      }),
    list: () =>
      inDatabase(async () => {
        const rows = await prisma.demoSecret.findMany({ orderBy: { name: 'asc' } })
        return new Map(rows.map((row) => [row.name, box.open(row.valueSealed, places.demoSecret(row.name))]))
      }),
  }
}
