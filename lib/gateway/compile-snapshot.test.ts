import { describe, expect, it } from 'vitest'
import type { World } from '../domain/world'
import { compileSnapshot } from './compile-snapshot'
import type { Snapshot } from './snapshot'
import { API, DOMAIN, HTTP_API, makeApi, makeWorld, PLATFORM, POOL, PUBLIC_URL } from './testing/world'

const compile = (world: World, previous?: Snapshot) => compileSnapshot(world, { publicUrl: PUBLIC_URL, gatewayDomain: DOMAIN }, previous)

/** A world of equal content and no shared object, as the store would load it. */
function reload(world: World): World {
  return structuredClone(world)
}

describe('compiling a snapshot', () => {
  it('takes over every part of equal content', () => {
    const before = compile(makeWorld())
    const after = compile(reload(makeWorld({ revision: 8 })), before)
    expect(after.revision).toBe(8)
    expect(after.apis.get(API)).toBe(before.apis.get(API))
    expect(after.poolsById.get(POOL)).toBe(before.poolsById.get(POOL))
    expect(after.principals.get(`arn:aws:iam::${PLATFORM}:user/alice`)).toBe(before.principals.get(`arn:aws:iam::${PLATFORM}:user/alice`))
    expect([...after.functions.values()]).toEqual([...before.functions.values()])
  })

  it('compiles anew what changed and nothing else', () => {
    const before = compile(makeWorld())
    const changed = makeWorld({ revision: 8 })
    const after = compile(reload({ ...changed, apis: [makeApi({ policy: null }), changed.apis[1]!] }), before)
    expect(after.apis.get(API)).not.toBe(before.apis.get(API))
    expect(after.apis.get(API)?.policy).toBeNull()
    expect(after.apis.get(API)?.version).not.toBe(before.apis.get(API)?.version)
    expect(after.apis.get(HTTP_API)).toBe(before.apis.get(HTTP_API))
  })

  it('an API that trusts a pool follows the keys of the pool', () => {
    const world = makeWorld()
    const before = compile(world)
    const after = compile({ ...world, userPools: [{ ...world.userPools[0]!, signingKeys: [] }] }, before)
    expect(after.apis.get(API)).not.toBe(before.apis.get(API))
    expect(after.apis.get(API)?.version).toBe(before.apis.get(API)?.version)
  })

  it('an attached policy that does not exist leaves its principal with a problem, not without a policy', () => {
    const world = makeWorld()
    const [platform, ...others] = world.accounts
    const users = platform!.users.map((user) =>
      user.name === 'carol' ? { ...user, attachedPolicyArns: ['arn:aws:iam::111122223333:policy/Gone'] } : user,
    )
    const snapshot = compile({ ...world, accounts: [{ ...platform!, users }, ...others] })
    expect(snapshot.principals.get(`arn:aws:iam::${PLATFORM}:user/carol`)?.problem).toMatch(/Gone \(it does not exist\)/)
  })
})
