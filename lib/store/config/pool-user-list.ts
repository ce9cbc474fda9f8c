import type { ConfigStore } from '../../services/ports'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'
import { poolUserInclude, toPoolUser } from '../world/pool-user-row'

const LIMIT_MAX = 500

/** Pages of users by username; `next` is the username to go on after. */
export function createPoolUserList({ prisma }: Database): Pick<ConfigStore, 'listPoolUsers' | 'countPoolUsers'> {
  return {
    listPoolUsers: (userPoolId, { after, limit }) =>
      inDatabase(async () => {
        const size = Math.max(1, Math.min(limit, LIMIT_MAX))
        const rows = await prisma.userPoolUser.findMany({
          where: { userPoolId, ...(after === null ? {} : { username: { gt: after } }) },
          orderBy: { username: 'asc' },
          take: size + 1,
          include: poolUserInclude,
        })
        const items = rows.slice(0, size).map(toPoolUser)
        return { items, next: rows.length > size ? (items.at(-1)?.username ?? null) : null }
      }),
    countPoolUsers: () =>
      inDatabase(async () => {
        const counts = await prisma.userPoolUser.groupBy({ by: ['userPoolId'], _count: true })
        return new Map(counts.map((row) => [row.userPoolId, row._count]))
      }),
  }
}
