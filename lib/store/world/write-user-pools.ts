import type { PoolUser, UserPool } from '../../domain/world'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import { writePasswordPolicy, writeScopes } from './columns'
import { places } from './places'

/** Writes a pool with all but its users. */
export async function saveUserPool(tx: Transaction, pool: UserPool, box: SecretBox): Promise<void> {
  const data = {
    accountId: pool.account,
    region: pool.region,
    name: pool.name,
    issuer: pool.issuer,
    passwordPolicy: writePasswordPolicy(pool.passwordPolicy),
  }
  await tx.userPool.upsert({ where: { id: pool.id }, create: { id: pool.id, ...data }, update: data })
  await saveClients(tx, pool, box)
  await saveGroups(tx, pool)
  await tx.resourceServer.deleteMany({ where: { userPoolId: pool.id } })
  await tx.resourceServer.createMany({
    data: pool.resourceServers.map((server, position) => ({
      userPoolId: pool.id,
      identifier: server.identifier,
      position,
      name: server.name,
      scopes: writeScopes(server.scopes),
    })),
  })
  await tx.signingKey.deleteMany({ where: { userPoolId: pool.id } })
  await tx.signingKey.createMany({
    data: pool.signingKeys.map((key, position) => ({
      userPoolId: pool.id,
      kid: key.kid,
      position,
      use: key.use,
      privateKeySealed: box.seal(key.privateKeyPem, places.signingKey(pool.id, key.kid)),
      publicN: key.publicJwk.n,
      publicE: key.publicJwk.e,
    })),
  })
}

async function saveClients(tx: Transaction, pool: UserPool, box: SecretBox): Promise<void> {
  await tx.userPoolClient.deleteMany({ where: { userPoolId: pool.id } })
  await tx.userPoolClient.createMany({
    data: pool.clients.map((client, position) => ({
      id: client.id,
      userPoolId: pool.id,
      position,
      name: client.name,
      secretSealed: client.secret === null ? null : box.seal(client.secret, places.clientSecret(client.id)),
      explicitAuthFlows: [...client.explicitAuthFlows],
      idTokenValiditySec: client.idTokenValiditySec,
      accessTokenValiditySec: client.accessTokenValiditySec,
      refreshTokenValiditySec: client.refreshTokenValiditySec,
      preventUserExistenceErrors: client.preventUserExistenceErrors,
    })),
  })
}

/** Groups that stay are updated in place: their members would go with a deleted row. */
async function saveGroups(tx: Transaction, pool: UserPool): Promise<void> {
  await tx.userPoolGroup.deleteMany({ where: { userPoolId: pool.id, name: { notIn: pool.groups.map((group) => group.name) } } })
  for (const [position, group] of pool.groups.entries()) {
    const data = { position, description: group.description, roleArn: group.roleArn, precedence: group.precedence }
    await tx.userPoolGroup.upsert({
      where: { userPoolId_name: { userPoolId: pool.id, name: group.name } },
      create: { userPoolId: pool.id, name: group.name, ...data },
      update: data,
    })
  }
}

/**
 * Writes of a user what differs from `before`, so that a password the user set meanwhile stays when somebody
 * changed only the groups.
 */
export async function savePoolUser(tx: Transaction, pool: string, user: PoolUser, before: PoolUser | null): Promise<void> {
  const key = { userPoolId: pool, username: user.username }
  const data = { sub: user.sub, enabled: user.enabled, status: user.status, passwordHash: user.passwordHash }
  const changed = {
    sub: before?.sub === user.sub ? undefined : user.sub,
    enabled: before?.enabled === user.enabled ? undefined : user.enabled,
    status: before?.status === user.status ? undefined : user.status,
    passwordHash: before !== null && before.passwordHash === user.passwordHash ? undefined : user.passwordHash,
  }
  await tx.userPoolUser.upsert({ where: { userPoolId_username: key }, create: { ...key, ...data }, update: changed })
  if (before === null || JSON.stringify(before.attributes) !== JSON.stringify(user.attributes)) {
    await tx.userPoolUserAttribute.deleteMany({ where: key })
    await tx.userPoolUserAttribute.createMany({
      data: user.attributes.map(({ name, value }, position) => ({ ...key, name, position, value })),
    })
  }
  if (before === null || JSON.stringify(before.groups) !== JSON.stringify(user.groups)) {
    await tx.userPoolGroupMember.deleteMany({ where: key })
    await tx.userPoolGroupMember.createMany({ data: user.groups.map((groupName, position) => ({ ...key, groupName, position })) })
  }
}

const USERS_PER_STATEMENT = 500

/** Creates many users in few statements; a restore brings thousands. */
export async function createPoolUsers(
  tx: Transaction,
  items: readonly { readonly pool: string; readonly user: PoolUser }[],
): Promise<void> {
  for (let start = 0; start < items.length; start += USERS_PER_STATEMENT) {
    const part = items
      .slice(start, start + USERS_PER_STATEMENT)
      .map(({ pool, user }) => ({ key: { userPoolId: pool, username: user.username }, user }))
    await tx.userPoolUser.createMany({
      data: part.map(({ key, user }) => ({
        ...key,
        sub: user.sub,
        enabled: user.enabled,
        status: user.status,
        passwordHash: user.passwordHash,
      })),
    })
    await tx.userPoolUserAttribute.createMany({
      data: part.flatMap(({ key, user }) => user.attributes.map(({ name, value }, position) => ({ ...key, name, position, value }))),
    })
    await tx.userPoolGroupMember.createMany({
      data: part.flatMap(({ key, user }) => user.groups.map((groupName, position) => ({ ...key, groupName, position }))),
    })
  }
}
