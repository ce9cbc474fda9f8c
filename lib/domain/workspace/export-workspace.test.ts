import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toYaml } from '../document/to-yaml'
import { arbitraryWorkspace } from '../testing/arbitrary-workspace'
import { EMPTY_WORLD, fakeGenerate } from '../testing/fake-generate'
import type { World } from '../world'
import { applyWorkspace } from './apply-workspace'
import { exportWorkspace } from './export-workspace'
import { listObjects } from './object-key'
import { objectText } from './object-text'
import { parseWorkspace } from './parse-workspace'
import { diffObjects, planWorlds } from './plan-worlds'

const NOTHING = { create: [], update: [], delete: [] }

async function apply(world: World, source: unknown, mode: 'replace' | 'merge' = 'replace'): Promise<World> {
  const parsed = parseWorkspace(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const result = await applyWorkspace(world, parsed.document, { mode, generate: fakeGenerate() })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.world
}

describe('export and import are inverse', () => {
  it('applying an export of a world to it changes nothing, as data or YAML, whole or as a merge', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkspace, fc.boolean(), async (source, secrets) => {
        const world = await apply(EMPTY_WORLD, source)
        const exported = exportWorkspace(world, { secrets })
        for (const mode of ['replace', 'merge'] as const) {
          expect(planWorlds(world, await apply(world, exported, mode))).toEqual(NOTHING)
          expect(planWorlds(world, await apply(world, toYaml(exported), mode))).toEqual(NOTHING)
          expect(planWorlds(world, await apply(world, JSON.stringify(exported), mode))).toEqual(NOTHING)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('an export with secrets restores the whole world elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkspace, async (source) => {
        const world = await apply(EMPTY_WORLD, source)
        const exported = exportWorkspace(world, { secrets: true })
        const restored = await apply(EMPTY_WORLD, toYaml(exported))
        expect(planWorlds(world, restored)).toEqual(NOTHING)
        expect(exportWorkspace(restored, { secrets: true })).toEqual(exported)
      }),
      { numRuns: 60 },
    )
  })

  it('a plan leads from one world to another, and order is no difference', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkspace, arbitraryWorkspace, async (a, b) => {
        const from = await apply(EMPTY_WORLD, a)
        const to = await apply(from, b)
        const names = new Set(listObjects(from).map(({ kind, key }) => `${kind} ${key}`))
        for (const change of diffObjects(from, to)) expect(names.has(`${change.kind} ${change.key}`)).toBe(change.before !== null)
        expect(planWorlds(to, reversed(to))).toEqual(NOTHING)
      }),
      { numRuns: 40 },
    )
  })

  it('texts and exports without secrets hold none', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkspace, async (source) => {
        const world = await apply(EMPTY_WORLD, {
          ...source,
          accounts: [
            {
              ...source.accounts[0],
              iam: { UserDetailList: [{ UserName: 'ann' }] },
              accessKeys: [{ AccessKeyId: 'AKIA0000000000000000', UserName: 'ann', SecretAccessKey: 'TOPSECRETTOPSECRET' }],
            },
          ],
          functions: [{ name: 'f', account: '111122223333', region: 'us-east-1', code: 'x', environment: { KEY: 'TOPSECRET' } }],
        })
        const texts = [
          toYaml(exportWorkspace(world, { secrets: false })),
          ...listObjects(world).map((object) => objectText(object.kind, object.value)),
        ]
        const secrets = [
          'TOPSECRET',
          'BEGIN PRIVATE KEY',
          'scrypt$',
          ...world.userPools.flatMap((pool) => pool.clients.flatMap((client) => client.secret ?? [])),
        ]
        for (const secret of secrets) expect(texts.some((written) => written.includes(secret))).toBe(false)
      }),
      { numRuns: 20 },
    )
  })
})

function reversed(world: World): World {
  return {
    ...world,
    accounts: world.accounts.map((account) => ({
      ...account,
      users: account.users
        .map((user) => ({
          ...user,
          groups: user.groups.toReversed(),
          tags: user.tags.toReversed(),
          inlinePolicies: user.inlinePolicies.toReversed(),
        }))
        .toReversed(),
    })),
    functions: world.functions.map((fn) => ({ ...fn, environment: new Map([...fn.environment].toReversed()) })).toReversed(),
    userPools: world.userPools.map((pool) => ({
      ...pool,
      clients: pool.clients.toReversed(),
      groups: pool.groups.toReversed(),
      signingKeys: pool.signingKeys.toReversed(),
      users: pool.users.toReversed(),
    })),
  }
}
