import type { PoolUser } from '../../domain/world'
import type { Prisma } from '../generated/client'

/** What a user is made of, in two queries beside the users' own. */
export const poolUserInclude = {
  attributes: { orderBy: { position: 'asc' }, select: { name: true, value: true } },
  memberships: { orderBy: { position: 'asc' }, select: { groupName: true } },
} as const satisfies Prisma.UserPoolUserInclude

export type PoolUserRow = Prisma.UserPoolUserGetPayload<{ include: typeof poolUserInclude }>

export function toPoolUser(row: PoolUserRow): PoolUser {
  return {
    username: row.username,
    sub: row.sub,
    enabled: row.enabled,
    status: row.status,
    attributes: row.attributes.map(({ name, value }) => ({ name, value })),
    groups: row.memberships.map((member) => member.groupName),
    passwordHash: row.passwordHash,
  }
}
