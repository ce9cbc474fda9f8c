/** Every verb by its name. The management API serves them all; the AWS endpoint calls some. */
import { createAccessKey } from './access-key/create'
import { deleteAccessKey } from './access-key/delete'
import { updateAccessKey } from './access-key/update'
import { createAccount } from './account/create'
import { createApi } from './api/create'
import { deleteApi } from './api/delete'
import { getApi } from './api/get'
import { listApis } from './api/list'
import { updateApi } from './api/update'
import { getApiPolicy } from './api-policy/get'
import { putApiPolicy } from './api-policy/put'
import { createApiToken } from './api-token/create'
import { listApiTokens } from './api-token/list'
import { revokeApiToken } from './api-token/revoke'
import { createAuthorizer } from './authorizer/create'
import { deleteAuthorizer } from './authorizer/delete'
import { updateAuthorizer } from './authorizer/update'
import { createConsoleUser } from './console-user/create'
import { listConsoleUsers } from './console-user/list'
import { updateConsoleUser } from './console-user/update'
import { evaluate } from './evaluate/evaluate'
import { createFunction } from './function/create'
import { deleteFunction } from './function/delete'
import { getFunction } from './function/get'
import { invokeFunction } from './function/invoke'
import { listFunctions } from './function/list'
import { updateFunction } from './function/update'
import { getHistory } from './history/get'
import { importDocument } from './import/import-document'
import { createManagedPolicy } from './policy/create'
import { deleteManagedPolicy } from './policy/delete'
import { getManagedPolicy } from './policy/get'
import { updateManagedPolicy } from './policy/update'
import { createPool } from './pool/create'
import { createPoolClient } from './pool/create-client'
import { createPoolGroup } from './pool/create-group'
import { deletePool } from './pool/delete'
import { deletePoolClient } from './pool/delete-client'
import { deletePoolGroup } from './pool/delete-group'
import { getPool } from './pool/get'
import { listPools } from './pool/list'
import { updatePool } from './pool/update'
import { createPoolUser } from './pool-user/create'
import { deletePoolUser } from './pool-user/delete'
import { listPoolUsers } from './pool-user/list'
import { updatePoolUser } from './pool-user/update'
import { createPrincipal } from './principal/create'
import { deletePrincipal } from './principal/delete'
import { deleteInlinePolicy } from './principal/delete-inline-policy'
import { getPrincipal } from './principal/get'
import { listPrincipals } from './principal/list'
import { putInlinePolicy } from './principal/put-inline-policy'
import { updatePrincipal } from './principal/update'
import { getRequest } from './request/get'
import { listRequests } from './request/list'
import { createRoute } from './route/create'
import { deleteRoute } from './route/delete'
import { updateRoute } from './route/update'
import { changePassword } from './session/change-password'
import { getSession } from './session/get-session'
import { getStatus } from './session/get-status'
import { deleteStage } from './stage/delete'
import { putStage } from './stage/put'
import { listTests } from './test/list'
import { exportWorkspace } from './workspace/export'
import { mergeWorkspace, replaceWorkspace } from './workspace/write'

export const verbs = {
  getSession,
  changePassword,
  getStatus,
  exportWorkspace,
  replaceWorkspace,
  mergeWorkspace,
  importDocument,
  listApis,
  createApi,
  getApi,
  updateApi,
  deleteApi,
  createRoute,
  updateRoute,
  deleteRoute,
  createAuthorizer,
  updateAuthorizer,
  deleteAuthorizer,
  putStage,
  deleteStage,
  getApiPolicy,
  putApiPolicy,
  createAccount,
  listPrincipals,
  createPrincipal,
  getPrincipal,
  updatePrincipal,
  deletePrincipal,
  putInlinePolicy,
  deleteInlinePolicy,
  createAccessKey,
  updateAccessKey,
  deleteAccessKey,
  createManagedPolicy,
  getManagedPolicy,
  updateManagedPolicy,
  deleteManagedPolicy,
  listPools,
  createPool,
  getPool,
  updatePool,
  deletePool,
  createPoolClient,
  deletePoolClient,
  createPoolGroup,
  deletePoolGroup,
  listPoolUsers,
  createPoolUser,
  updatePoolUser,
  deletePoolUser,
  listFunctions,
  createFunction,
  getFunction,
  updateFunction,
  deleteFunction,
  invokeFunction,
  listTests,
  getHistory,
  evaluate,
  listRequests,
  getRequest,
  listConsoleUsers,
  createConsoleUser,
  updateConsoleUser,
  listApiTokens,
  createApiToken,
  revokeApiToken,
}

export type Verbs = typeof verbs
export type VerbName = keyof Verbs
