import { pointerTo } from '../document/pointer'
import { Problems } from '../document/problems'
import type { Issue } from '../errors'
import type { World } from '../world'
import { applyAccount } from './apply-account'
import { applyApi } from './apply-api'
import { applyFunction } from './apply-function'
import { isAwsManaged } from './apply-iam'
import { applyPool } from './apply-pool'
import { applyTest } from './apply-test'
import { checkReferences } from './check-references'
import { mergeList } from './merge'
import type { WorkspaceDocument } from './workspace-shape'
import { type ApplyContext, type Generate, placeOf } from './world-context'

export interface ApplyOptions {
  /** `replace` makes the world equal to the document (PUT); `merge` upserts by key and deletes nothing (PATCH). */
  readonly mode: 'replace' | 'merge'
  readonly generate: Generate
}

export type ApplyResult =
  | { readonly ok: true; readonly world: World; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Returns the world that results from applying a document to `world`, which stays as it is. The world
 * must have been loaded with pool users when the document names pools. Ids, signing keys and client
 * secrets of new objects are generated; a secret that is left out keeps the stored one, and for a new
 * object is an issue with code `secret_required`. Policies and references are checked.
 */
export async function applyWorkspace(world: World, document: WorkspaceDocument, options: ApplyOptions): Promise<ApplyResult> {
  const problems = new Problems()
  const context: ApplyContext = { ...options, problems, places: new Map(), sharedPolicies: sharedPolicies(world, options.mode) }
  const next = await buildWorld(world, document, context)
  checkReferences(next, problems, (kind, key) => context.places.get(placeOf(kind, key)))
  if (problems.errors.length > 0) return { ok: false, issues: problems.all }
  return { ok: true, world: next, warnings: problems.warnings }
}

function sharedPolicies(world: World, mode: ApplyOptions['mode']): Map<string, string> {
  if (mode === 'replace') return new Map()
  return new Map(world.accounts.flatMap(({ id, policies }) => policies.filter(({ arn }) => isAwsManaged(arn)).map(({ arn }) => [arn, id])))
}

async function buildWorld(world: World, document: WorkspaceDocument, context: ApplyContext): Promise<World> {
  const at = (list: string) => pointerTo('', list)
  return {
    revision: world.revision,
    accounts: await mergeList(context, {
      stored: world.accounts,
      given: document.accounts,
      pointer: at('accounts'),
      storedKey: (account) => account.id,
      givenKey: (account) => account.id ?? '',
      build: (account, old, pointer) => applyAccount(account, old, pointer, context),
    }),
    functions: await mergeList(context, {
      stored: world.functions,
      given: document.functions,
      pointer: at('functions'),
      storedKey: (fn) => `${fn.account}/${fn.region}/${fn.name}`,
      givenKey: (fn) => `${fn.account}/${fn.region}/${fn.name}`,
      build: (fn, old, pointer) => applyFunction(fn, old, pointer, context),
    }),
    userPools: await mergeList(context, {
      stored: world.userPools,
      given: document.userPools,
      pointer: at('userPools'),
      storedKey: (pool) => pool.id,
      givenKey: (pool) => pool.Id ?? '',
      build: (pool, old, pointer) => applyPool(pool, old, pointer, context),
    }),
    apis: await mergeList(context, {
      stored: world.apis,
      given: document.apis,
      pointer: at('apis'),
      storedKey: (api) => api.id,
      givenKey: (api) => api.id ?? '',
      build: (api, old, pointer) => applyApi(api, old, pointer, context),
    }),
    tests: await mergeList(context, {
      stored: world.tests,
      given: document.tests,
      pointer: at('tests'),
      storedKey: (test) => test.name,
      givenKey: (test) => test.name ?? '',
      build: (test, old, pointer) => applyTest(test, old, pointer, context),
    }),
  }
}
