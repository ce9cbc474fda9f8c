import { pointerTo } from '../document/pointer'
import type { PasswordPolicy, ResourceServer, SigningKey, UserPool, UserPoolGroup } from '../world'
import { applyClient } from './apply-client'
import { applyPoolUser } from './apply-pool-user'
import { choose, mergeList } from './merge'
import { DEFAULT_PASSWORD_POLICY } from './password-policy'
import type { PoolDocument } from './workspace-shape'
import { type ApplyContext, placeOf } from './world-context'

type GroupDocument = NonNullable<PoolDocument['groups']>[number]
type ServerDocument = NonNullable<PoolDocument['resourceServers']>[number]

export async function applyPool(
  doc: PoolDocument,
  stored: UserPool | undefined,
  pointer: string,
  context: ApplyContext,
): Promise<UserPool> {
  const id = doc.Id ?? ''
  context.places.set(placeOf('userPool', id), pointer)
  const region = id.split('_')[0] ?? ''
  if (doc.region !== undefined && doc.region !== region) {
    context.problems.error(pointerTo(pointer, 'region'), 'invalid_value', `By its id the pool is in ${region}.`)
  }
  const account = choose(context, doc.account, stored?.account, '')
  if (account === '') context.problems.error(pointerTo(pointer, 'account'), 'required', 'account is missing.')
  const passwordPolicy = passwordPolicyOf(doc, stored, context)
  return {
    id,
    account,
    region,
    name: choose(context, doc.Name, stored?.name, id),
    issuer: choose(context, doc.issuer, stored?.issuer, null),
    passwordPolicy,
    ...(await applyParts(doc, stored, pointer, context)),
    signingKeys: await signingKeysOf(doc, stored, pointer, context),
    users: await mergeList(context, {
      stored: stored?.users ?? [],
      given: doc.users,
      pointer: pointerTo(pointer, 'users'),
      storedKey: (user) => user.username,
      givenKey: (user) => user.Username ?? '',
      build: (user, old, at) => applyPoolUser(user, old, { pool: id, policy: passwordPolicy, pointer: at }, context),
    }),
  }
}

async function applyParts(
  doc: PoolDocument,
  stored: UserPool | undefined,
  pointer: string,
  context: ApplyContext,
): Promise<Pick<UserPool, 'clients' | 'groups' | 'resourceServers'>> {
  return {
    clients: await mergeList(context, {
      stored: stored?.clients ?? [],
      given: doc.clients,
      pointer: pointerTo(pointer, 'clients'),
      storedKey: (client) => client.id,
      givenKey: (client) => client.ClientId ?? '',
      build: (client, old, at) => applyClient(client, old, at, context),
    }),
    groups: await mergeList(context, {
      stored: stored?.groups ?? [],
      given: doc.groups,
      pointer: pointerTo(pointer, 'groups'),
      storedKey: (group) => group.name,
      givenKey: (group) => group.GroupName ?? '',
      build: (group, old) => applyGroup(group, old, context),
    }),
    resourceServers: await mergeList(context, {
      stored: stored?.resourceServers ?? [],
      given: doc.resourceServers,
      pointer: pointerTo(pointer, 'resourceServers'),
      storedKey: (server) => server.identifier,
      givenKey: (server) => server.Identifier ?? '',
      build: (server, old) => applyResourceServer(server, old, context),
    }),
  }
}

function passwordPolicyOf(doc: PoolDocument, stored: UserPool | undefined, context: ApplyContext): PasswordPolicy {
  const given = doc.Policies?.PasswordPolicy
  if (!given) return choose(context, undefined, stored?.passwordPolicy, DEFAULT_PASSWORD_POLICY)
  // A policy that is given is whole: AWS reads a flag that is left out as false.
  return {
    minimumLength: given.MinimumLength ?? DEFAULT_PASSWORD_POLICY.minimumLength,
    requireUppercase: given.RequireUppercase ?? false,
    requireLowercase: given.RequireLowercase ?? false,
    requireNumbers: given.RequireNumbers ?? false,
    requireSymbols: given.RequireSymbols ?? false,
  }
}

function applyGroup(doc: GroupDocument, stored: UserPoolGroup | undefined, context: ApplyContext): UserPoolGroup {
  return {
    name: doc.GroupName ?? '',
    description: choose(context, doc.Description, stored?.description, null),
    roleArn: choose(context, doc.RoleArn, stored?.roleArn, null),
    precedence: choose(context, doc.Precedence, stored?.precedence, null),
  }
}

function applyResourceServer(doc: ServerDocument, stored: ResourceServer | undefined, context: ApplyContext): ResourceServer {
  const identifier = doc.Identifier ?? ''
  const scopes = doc.Scopes?.map(({ ScopeName, ScopeDescription }) => ({ name: ScopeName, description: ScopeDescription }))
  return { identifier, name: choose(context, doc.Name, stored?.name, identifier), scopes: choose(context, scopes, stored?.scopes, []) }
}

async function signingKeysOf(
  doc: PoolDocument,
  stored: UserPool | undefined,
  pointer: string,
  { generate, problems }: ApplyContext,
): Promise<readonly SigningKey[]> {
  const given = doc.signingKeys
  if (!given) return stored && stored.signingKeys.length > 0 ? stored.signingKeys : generate.signingKeys()
  const distinct = given[0]?.use !== given[1]?.use && given[0]?.kid !== given[1]?.kid
  if (!distinct)
    problems.error(
      pointerTo(pointer, 'signingKeys'),
      'invalid_value',
      'One key for ID tokens and one for access tokens, with different kids.',
    )
  return given
}
