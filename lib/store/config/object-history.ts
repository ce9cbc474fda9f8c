import type { ObjectKind, Touched } from '../../domain/console-api'
import type { ConfigStore } from '../../services/ports'
import { unifiedDiff } from '../../shared/unified-diff'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'

const HISTORY_MAX = 200

interface VersionHead {
  readonly key: string
  readonly revisionNumber: number
  readonly action: 'create' | 'update' | 'delete'
  readonly author: string
  readonly at: Date
}

type HistoryPart = Pick<ConfigStore, 'touched' | 'touchedAll' | 'history' | 'objectText'>

/** Who wrote an object when, and how it read. Texts hold no secrets. */
export function createObjectHistory({ prisma }: Database): HistoryPart {
  return {
    touched: (kind, key) =>
      inDatabase(async () => {
        const last = await prisma.objectVersion.findFirst({
          where: { kind, key },
          orderBy: { revisionNumber: 'desc' },
          omit: { text: true },
        })
        return last === null || last.action === 'delete' ? null : toTouched(last)
      }),
    touchedAll: (kind) =>
      inDatabase(async () => {
        const heads = await prisma.$queryRaw<VersionHead[]>`
          SELECT DISTINCT ON ("key") "key", "revisionNumber", "action"::text AS "action", "author", "at"
          FROM "object_version" WHERE "kind" = ${kind} ORDER BY "key", "revisionNumber" DESC`
        return new Map(heads.filter((head) => head.action !== 'delete').map((head) => [head.key, toTouched(head)]))
      }),
    history: (kind, key) => inDatabase(() => readHistory(prisma, kind, key)),
    objectText: (kind, key, revision) =>
      inDatabase(async () => {
        const version = await prisma.objectVersion.findFirst({
          where: { kind, key, revisionNumber: { lte: revision } },
          orderBy: { revisionNumber: 'desc' },
          select: { text: true },
        })
        return version?.text ?? null
      }),
  }
}

async function readHistory(prisma: Database['prisma'], kind: ObjectKind, key: string): ReturnType<ConfigStore['history']> {
  // One more than is shown: the oldest shown is compared with it.
  const versions = await prisma.objectVersion.findMany({
    where: { kind, key },
    orderBy: { revisionNumber: 'desc' },
    take: HISTORY_MAX + 1,
  })
  return versions.slice(0, HISTORY_MAX).map((version, index) => ({
    revision: version.revisionNumber,
    at: version.at.toISOString(),
    author: version.author,
    action: version.action,
    diff: unifiedDiff(versions[index + 1]?.text ?? '', version.text ?? ''),
  }))
}

function toTouched({ revisionNumber, at, author }: VersionHead): Touched {
  return { revision: revisionNumber, at: at.toISOString(), by: author }
}
