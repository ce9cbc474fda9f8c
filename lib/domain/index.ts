/**
 * @module domain
 * What is configured: the world, its workspace document, API definitions in OpenAPI, and the shapes of
 * the JSON API. Browser-safe: no node:*, no clock, no chance; imports lib/shared and lib/policy only.
 * Everything is pure data in, pure data out; what cannot be enforced is an issue with its pointer.
 */
export { type SeededDemo, seedDemo } from './demo'
export { readDocument } from './document/read-document'
export { toYaml } from './document/to-yaml'
export type { Issue } from './errors'
export { AppError, ERRORS, type ErrorCode, isAppError } from './errors'
export {
  findAccessKey,
  findApi,
  findClient,
  findFunction,
  findManagedPolicy,
  findPool,
  findPrincipal,
  type IamPrincipal,
  listIdentityPolicies,
  type NamedPolicy,
} from './lookups'
export { type Derivation, type DeriveContext, type DeriveResult, deriveApi } from './openapi/derive-api'
export { type AuthorizerContext, deleteAuthorizer, putAuthorizer } from './openapi/edit-authorizers'
export type { EditResult } from './openapi/edit-definition'
export { deleteRoute, putRoute, routeKey } from './openapi/edit-routes'
export { emptyDefinition, renameDefinition } from './openapi/new-definition'
export { fillHmac, findHmacInput } from './saved-test'
export { apiFactsOf } from './workspace/apply-api'
export { type ApplyOptions, type ApplyResult, applyWorkspace } from './workspace/apply-workspace'
export { checkPolicy } from './workspace/check-policy'
export { checkReferences } from './workspace/check-references'
export type { ExportOptions } from './workspace/export-iam'
export { exportDefinition, exportWorkspace } from './workspace/export-workspace'
export { listObjects, type ObjectOfKind, objectKey, type WorldObject } from './workspace/object-key'
export { objectText } from './workspace/object-text'
export { isAccountDetails, parseAccountDetails } from './workspace/parse-account-details'
export { type ParseResult, parseWorkspace } from './workspace/parse-workspace'
export { findPasswordFault } from './workspace/password-policy'
export { diffObjects, type ObjectChange, planWorlds } from './workspace/plan-worlds'
export type { WorkspaceDocument } from './workspace/workspace-shape'
export { type Generate, newIamId, newSecret } from './workspace/world-context'
