import { withoutEmpty } from '../document/without-empty'
import type { PoolUser, UserPool, UserPoolClient } from '../world'
import { UNIT_SEC } from './apply-client'
import type { ExportOptions } from './export-iam'
import { inNormalOrder } from './normal-order'
import { sortBy } from './sort-by'

type Exported = Readonly<Record<string, unknown>>

export function exportPool(value: UserPool, options: ExportOptions): Exported {
  const users = sortBy(value.users, (user) => user.username).map((user) => exportPoolUser(value.id, user, options))
  return withoutEmpty({ ...exportPoolHead(value, options), users })
}

/** The pool without its users. */
export function exportPoolHead(value: UserPool, { secrets }: ExportOptions): Exported {
  const pool = inNormalOrder('userPool', value)
  return withoutEmpty({
    Id: pool.id,
    account: pool.account,
    Name: pool.name,
    issuer: pool.issuer,
    Policies: {
      PasswordPolicy: {
        MinimumLength: pool.passwordPolicy.minimumLength,
        RequireUppercase: pool.passwordPolicy.requireUppercase,
        RequireLowercase: pool.passwordPolicy.requireLowercase,
        RequireNumbers: pool.passwordPolicy.requireNumbers,
        RequireSymbols: pool.passwordPolicy.requireSymbols,
      },
    },
    clients: pool.clients.map((client) => exportClient(client, secrets)),
    groups: pool.groups.map((group) =>
      withoutEmpty({ GroupName: group.name, Description: group.description, RoleArn: group.roleArn, Precedence: group.precedence }),
    ),
    resourceServers: pool.resourceServers.map((server) =>
      withoutEmpty({
        Identifier: server.identifier,
        Name: server.name,
        Scopes: server.scopes.map(({ name, description }) => ({ ScopeName: name, ScopeDescription: description })),
      }),
    ),
    signingKeys: secrets ? pool.signingKeys : null,
  })
}

function exportClient(client: UserPoolClient, secrets: boolean): Exported {
  const [idToken, idUnit] = lifetime(client.idTokenValiditySec)
  const [accessToken, accessUnit] = lifetime(client.accessTokenValiditySec)
  const [refreshToken, refreshUnit] = lifetime(client.refreshTokenValiditySec)
  return {
    ClientId: client.id,
    ClientName: client.name,
    GenerateSecret: client.secret !== null,
    ...(secrets && client.secret !== null ? { ClientSecret: client.secret } : {}),
    ExplicitAuthFlows: client.explicitAuthFlows,
    IdTokenValidity: idToken,
    AccessTokenValidity: accessToken,
    RefreshTokenValidity: refreshToken,
    TokenValidityUnits: { IdToken: idUnit, AccessToken: accessUnit, RefreshToken: refreshUnit },
    PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
  }
}

/** A lifetime in the largest unit that gives a whole number. */
function lifetime(seconds: number): readonly [number, string] {
  for (const unit of ['days', 'hours', 'minutes'] as const) {
    if (seconds % UNIT_SEC[unit] === 0) return [seconds / UNIT_SEC[unit], unit]
  }
  return [seconds, 'seconds']
}

export function exportPoolUser(pool: string, value: PoolUser, { secrets }: ExportOptions): Exported {
  const { user } = inNormalOrder('userPoolUser', { pool, user: value })
  return withoutEmpty({
    Username: user.username,
    UserAttributes: [{ Name: 'sub', Value: user.sub }, ...user.attributes.map(({ name, value: text }) => ({ Name: name, Value: text }))],
    Enabled: user.enabled,
    UserStatus: user.status,
    Groups: user.groups,
    PasswordHash: secrets ? user.passwordHash : null,
  })
}
