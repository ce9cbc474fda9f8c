import type { PoolUser, ResourceServer, SigningKey, UserPool, UserPoolClient, UserPoolGroup } from '../../domain/world'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import { readPasswordPolicy, readScopes } from './columns'
import { groupBy } from './group-by'
import { places } from './places'
import { toPoolUser } from './pool-user-row'

/** Every user pool: five queries, three more with the users. */
export async function loadUserPools(tx: Transaction, box: SecretBox, options: { users: boolean }): Promise<readonly UserPool[]> {
  const pools = await tx.userPool.findMany({ orderBy: { id: 'asc' } })
  const clients = await loadClients(tx, box)
  const groups = await loadGroups(tx)
  const servers = await loadResourceServers(tx)
  const keys = await loadSigningKeys(tx, box)
  const users = options.users ? await loadUsers(tx) : new Map<string, PoolUser[]>()
  return pools.map((row) => ({
    id: row.id,
    account: row.accountId,
    region: row.region,
    name: row.name,
    issuer: row.issuer,
    passwordPolicy: readPasswordPolicy(row.passwordPolicy),
    clients: clients.get(row.id) ?? [],
    groups: groups.get(row.id) ?? [],
    resourceServers: servers.get(row.id) ?? [],
    signingKeys: keys.get(row.id) ?? [],
    users: users.get(row.id) ?? [],
  }))
}

const inPosition = [{ userPoolId: 'asc' }, { position: 'asc' }] as const

async function loadClients(tx: Transaction, box: SecretBox): Promise<ReadonlyMap<string, readonly UserPoolClient[]>> {
  return groupBy(
    await tx.userPoolClient.findMany({ orderBy: [...inPosition] }),
    (row) => row.userPoolId,
    (row): UserPoolClient => ({
      id: row.id,
      name: row.name,
      secret: row.secretSealed === null ? null : box.open(row.secretSealed, places.clientSecret(row.id)),
      explicitAuthFlows: row.explicitAuthFlows,
      idTokenValiditySec: row.idTokenValiditySec,
      accessTokenValiditySec: row.accessTokenValiditySec,
      refreshTokenValiditySec: row.refreshTokenValiditySec,
      preventUserExistenceErrors: row.preventUserExistenceErrors,
    }),
  )
}

async function loadGroups(tx: Transaction): Promise<ReadonlyMap<string, readonly UserPoolGroup[]>> {
  return groupBy(
    await tx.userPoolGroup.findMany({ orderBy: [...inPosition] }),
    (row) => row.userPoolId,
    (row): UserPoolGroup => ({ name: row.name, description: row.description, roleArn: row.roleArn, precedence: row.precedence }),
  )
}

async function loadResourceServers(tx: Transaction): Promise<ReadonlyMap<string, readonly ResourceServer[]>> {
  return groupBy(
    await tx.resourceServer.findMany({ orderBy: [...inPosition] }),
    (row) => row.userPoolId,
    (row): ResourceServer => ({ identifier: row.identifier, name: row.name, scopes: readScopes(row.scopes) }),
  )
}

async function loadSigningKeys(tx: Transaction, box: SecretBox): Promise<ReadonlyMap<string, readonly SigningKey[]>> {
  return groupBy(
    await tx.signingKey.findMany({ orderBy: [...inPosition] }),
    (row) => row.userPoolId,
    (row): SigningKey => ({
      kid: row.kid,
      use: row.use,
      privateKeyPem: box.open(row.privateKeySealed, places.signingKey(row.userPoolId, row.kid)),
      publicJwk: { n: row.publicN, e: row.publicE },
    }),
  )
}

/** Three whole tables and not Prisma's `include`, which asks in portions: their number would grow with the users. */
async function loadUsers(tx: Transaction): Promise<ReadonlyMap<string, readonly PoolUser[]>> {
  const userOf = (row: { userPoolId: string; username: string }): string => `${row.userPoolId}/${row.username}`
  const rows = await tx.userPoolUser.findMany({ orderBy: [{ userPoolId: 'asc' }, { username: 'asc' }] })
  const attributes = groupBy(await tx.userPoolUserAttribute.findMany({ orderBy: { position: 'asc' } }), userOf)
  const memberships = groupBy(await tx.userPoolGroupMember.findMany({ orderBy: { position: 'asc' } }), userOf)
  return groupBy(
    rows,
    (row) => row.userPoolId,
    (row) => toPoolUser({ ...row, attributes: attributes.get(userOf(row)) ?? [], memberships: memberships.get(userOf(row)) ?? [] }),
  )
}
