import { describe, expect, it } from 'vitest'
import type { Role } from '../domain/console-api'
import type { ServiceContext, ServicePorts } from './ports'
import { type VerbName, verbs } from './verbs'

/** Who may do what. A verb that is not named here, or named with another role, fails the test. */
const ROLES: Readonly<Record<Role, readonly VerbName[]>> = {
  viewer: [
    'getSession',
    'changePassword',
    'getStatus',
    'exportWorkspace',
    'listApis',
    'getApi',
    'getApiPolicy',
    'listPrincipals',
    'getPrincipal',
    'getManagedPolicy',
    'listPools',
    'getPool',
    'listPoolUsers',
    'listFunctions',
    'getFunction',
    'listTests',
    'getHistory',
    'evaluate',
    'listRequests',
    'getRequest',
  ],
  editor: [
    'replaceWorkspace',
    'mergeWorkspace',
    'importDocument',
    'createApi',
    'updateApi',
    'deleteApi',
    'createRoute',
    'updateRoute',
    'deleteRoute',
    'createAuthorizer',
    'updateAuthorizer',
    'deleteAuthorizer',
    'putStage',
    'deleteStage',
    'putApiPolicy',
    'createAccount',
    'createPrincipal',
    'updatePrincipal',
    'deletePrincipal',
    'putInlinePolicy',
    'deleteInlinePolicy',
    'updateAccessKey',
    'deleteAccessKey',
    'createManagedPolicy',
    'updateManagedPolicy',
    'deleteManagedPolicy',
    'createPool',
    'updatePool',
    'deletePool',
    'createPoolClient',
    'deletePoolClient',
    'createPoolGroup',
    'deletePoolGroup',
    'createPoolUser',
    'updatePoolUser',
    'deletePoolUser',
    'createFunction',
    'updateFunction',
    'deleteFunction',
    'invokeFunction',
  ],
  admin: [
    'createAccessKey',
    'listConsoleUsers',
    'createConsoleUser',
    'updateConsoleUser',
    'listApiTokens',
    'createApiToken',
    'revokeApiToken',
  ],
}
const LOWER: Readonly<Record<Role, readonly Role[]>> = { viewer: [], editor: ['viewer'], admin: ['viewer', 'editor'] }

/** Ports that fail on any touch: a refused caller must reach none of them. */
const untouchable = new Proxy({} as ServicePorts, {
  get(_, name) {
    throw new Error(`the port ${String(name)} was touched`)
  },
})
const as = (role: Role): ServiceContext => ({ ports: untouchable, actor: { type: 'consoleUser', id: 'u', name: 'u@example.com', role } })

const rows = (Object.keys(ROLES) as Role[]).flatMap((role) => ROLES[role].map((verb) => ({ verb, role })))
const refused = rows.flatMap(({ verb, role }) => LOWER[role].map((lower) => ({ verb, lower })))

describe('roles', () => {
  it('are decided for every verb', () => {
    expect(rows.map((row) => row.verb).sort()).toEqual(Object.keys(verbs).sort())
  })

  it.each(rows)('$verb needs $role', ({ verb, role }) => expect(verbs[verb].role).toBe(role))

  it.each(refused)('$verb refuses a $lower before anything is read', async ({ verb, lower }) => {
    await expect(verbs[verb](as(lower), {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  it.each(rows)('$verb refuses input that is no object', async ({ verb, role }) => {
    await expect(verbs[verb](as(role), 'nonsense')).rejects.toMatchObject({ code: 'invalid_request' })
  })

  it('a viewer may look at a decision but not send the request on', async () => {
    const request = { api: 'a', stage: 'prod', method: 'GET', path: '/', sourceIp: '192.0.2.7' }
    const input = { request, caller: { type: 'anonymous' }, send: true }
    await expect(verbs.evaluate(as('viewer'), input)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('secrets leave with an admin only', async () => {
    for (const role of ['viewer', 'editor'] as const) {
      await expect(verbs.exportWorkspace(as(role), { secrets: 'true' })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const client = { pool: 'us-east-1_Demo12345', name: 'c', generateSecret: true }
    await expect(verbs.createPoolClient(as('editor'), client)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
