import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'
import { findPrincipal } from '../lookups'
import type { SavedTest, World } from '../world'
import type { Locate } from './locate'

/** Warns of saved tests that call an API, stage or caller that does not exist: a test outlives what it tests. */
export function checkTestReferences(world: World, problems: Problems, locate: Locate): void {
  for (const test of world.tests) checkTest(test, world, locate('test', test.name) ?? '', problems)
}

function checkTest(test: SavedTest, world: World, pointer: string, problems: Problems): void {
  const at = (...tokens: readonly (string | number)[]) => (pointer === '' ? '' : pointerTo(pointer, ...tokens))
  const api = world.apis.find((item) => item.id === test.api)
  if (!api) problems.warn(at('api'), 'unknown_api', `The test "${test.name}" calls the API ${test.api}, which is not in the workspace.`)
  else if (!api.stages.some((stage) => stage.name === test.stage)) {
    problems.warn(
      at('stage'),
      'unknown_stage',
      `The test "${test.name}" calls the stage ${test.stage}, which API ${test.api} does not have.`,
    )
  }
  checkCaller(test, world, at, problems)
  const { hmac } = test.request
  if (!hmac) return
  const fn = world.functions.find((item) => `${item.account}/${item.region}/${item.name}` === hmac.function)
  if (!fn)
    problems.warn(
      at('request', 'hmac', 'function'),
      'unknown_function',
      `The test "${test.name}" signs with the function ${hmac.function}, which is not in the workspace.`,
    )
  else if (!fn.environment.has(hmac.environment)) {
    problems.warn(
      at('request', 'hmac', 'environment'),
      'unknown_variable',
      `${hmac.function} has no environment value ${hmac.environment}.`,
    )
  }
}

function checkCaller(test: SavedTest, world: World, at: (...tokens: readonly string[]) => string, problems: Problems): void {
  const { caller } = test
  if (caller.type === 'iam' && !findPrincipal(world, caller.arn)) {
    problems.warn(at('caller', 'arn'), 'unknown_principal', `The test "${test.name}" calls as ${caller.arn}, who is not in the workspace.`)
  }
  if (caller.type !== 'poolUser') return
  const pool = world.userPools.find((item) => item.id === caller.pool)
  if (!pool)
    problems.warn(
      at('caller', 'pool'),
      'unknown_pool',
      `The test "${test.name}" names the pool ${caller.pool}, which is not in the workspace.`,
    )
  else if (!pool.clients.some((client) => client.id === caller.client)) {
    problems.warn(at('caller', 'client'), 'unknown_client', `The pool ${pool.id} has no client ${caller.client}.`)
  }
  // A world may be loaded without its pool users; then nothing is known of them.
  if (pool && pool.users.length > 0 && !pool.users.some((user) => user.username === caller.username)) {
    problems.warn(at('caller', 'username'), 'unknown_user', `The pool ${pool.id} has no user ${caller.username}.`)
  }
}
