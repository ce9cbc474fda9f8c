/** The addresses of the management API: what is described in openapi.json, each served by the route file of its path. */
import type { VerbName } from './verbs'

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface HttpRow {
  readonly method: HttpMethod
  /** Below /api/v1; `{name}` is an input of the verb, percent-encoded. */
  readonly path: string
  readonly verb: VerbName
}

const ROWS: readonly (readonly [HttpMethod, string, VerbName])[] = [
  ['get', '/session', 'getSession'],
  ['put', '/session/password', 'changePassword'],
  ['get', '/status', 'getStatus'],
  ['get', '/workspace', 'exportWorkspace'],
  ['put', '/workspace', 'replaceWorkspace'],
  ['patch', '/workspace', 'mergeWorkspace'],
  ['post', '/imports', 'importDocument'],
  ['get', '/apis', 'listApis'],
  ['post', '/apis', 'createApi'],
  ['get', '/apis/{api}', 'getApi'],
  ['patch', '/apis/{api}', 'updateApi'],
  ['delete', '/apis/{api}', 'deleteApi'],
  ['post', '/apis/{api}/routes', 'createRoute'],
  ['put', '/apis/{api}/routes/{key}', 'updateRoute'],
  ['delete', '/apis/{api}/routes/{key}', 'deleteRoute'],
  ['post', '/apis/{api}/authorizers', 'createAuthorizer'],
  ['put', '/apis/{api}/authorizers/{authorizer}', 'updateAuthorizer'],
  ['delete', '/apis/{api}/authorizers/{authorizer}', 'deleteAuthorizer'],
  ['put', '/apis/{api}/stages/{stage}', 'putStage'],
  ['delete', '/apis/{api}/stages/{stage}', 'deleteStage'],
  ['get', '/apis/{api}/policy', 'getApiPolicy'],
  ['put', '/apis/{api}/policy', 'putApiPolicy'],
  ['post', '/accounts', 'createAccount'],
  ['get', '/principals', 'listPrincipals'],
  ['post', '/principals', 'createPrincipal'],
  ['get', '/principals/{arn}', 'getPrincipal'],
  ['patch', '/principals/{arn}', 'updatePrincipal'],
  ['delete', '/principals/{arn}', 'deletePrincipal'],
  ['put', '/principals/{arn}/inline-policies/{name}', 'putInlinePolicy'],
  ['delete', '/principals/{arn}/inline-policies/{name}', 'deleteInlinePolicy'],
  ['post', '/principals/{arn}/access-keys', 'createAccessKey'],
  ['patch', '/access-keys/{id}', 'updateAccessKey'],
  ['delete', '/access-keys/{id}', 'deleteAccessKey'],
  ['post', '/policies', 'createManagedPolicy'],
  ['get', '/policies/{arn}', 'getManagedPolicy'],
  ['put', '/policies/{arn}', 'updateManagedPolicy'],
  ['delete', '/policies/{arn}', 'deleteManagedPolicy'],
  ['get', '/pools', 'listPools'],
  ['post', '/pools', 'createPool'],
  ['get', '/pools/{pool}', 'getPool'],
  ['patch', '/pools/{pool}', 'updatePool'],
  ['delete', '/pools/{pool}', 'deletePool'],
  ['post', '/pools/{pool}/clients', 'createPoolClient'],
  ['delete', '/pools/{pool}/clients/{client}', 'deletePoolClient'],
  ['post', '/pools/{pool}/groups', 'createPoolGroup'],
  ['delete', '/pools/{pool}/groups/{group}', 'deletePoolGroup'],
  ['get', '/pools/{pool}/users', 'listPoolUsers'],
  ['post', '/pools/{pool}/users', 'createPoolUser'],
  ['patch', '/pools/{pool}/users/{username}', 'updatePoolUser'],
  ['delete', '/pools/{pool}/users/{username}', 'deletePoolUser'],
  ['get', '/functions', 'listFunctions'],
  ['post', '/functions', 'createFunction'],
  ['get', '/functions/{account}/{region}/{name}', 'getFunction'],
  ['put', '/functions/{account}/{region}/{name}', 'updateFunction'],
  ['delete', '/functions/{account}/{region}/{name}', 'deleteFunction'],
  ['post', '/functions/{account}/{region}/{name}/invoke', 'invokeFunction'],
  ['get', '/tests', 'listTests'],
  ['get', '/history', 'getHistory'],
  ['post', '/evaluate', 'evaluate'],
  ['get', '/requests', 'listRequests'],
  ['get', '/requests/{id}', 'getRequest'],
  ['get', '/users', 'listConsoleUsers'],
  ['post', '/users', 'createConsoleUser'],
  ['patch', '/users/{id}', 'updateConsoleUser'],
  ['get', '/tokens', 'listApiTokens'],
  ['post', '/tokens', 'createApiToken'],
  ['delete', '/tokens/{id}', 'revokeApiToken'],
]

export const HTTP_TABLE: readonly HttpRow[] = ROWS.map(([method, path, verb]) => ({ method, path, verb }))
