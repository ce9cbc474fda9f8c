import { describe, expect, it } from 'vitest'
import { EMPTY_WORLD, fakeGenerate } from '../testing/fake-generate'
import type { World } from '../world'
import { applyWorkspace } from './apply-workspace'
import { parseWorkspace } from './parse-workspace'
import { planWorlds } from './plan-worlds'

const BASE = {
  gatehouse: 1,
  accounts: [
    {
      id: '111122223333',
      iam: { UserDetailList: [{ UserName: 'ann', Tags: [{ Key: 'team', Value: 'a' }] }, { UserName: 'bob' }] },
      accessKeys: [{ AccessKeyId: 'AKIA0000000000000000', UserName: 'ann', SecretAccessKey: 'first-secret-of-ann' }],
    },
  ],
  functions: [{ name: 'f', account: '111122223333', region: 'us-east-1', code: 'x', environment: { A: '1', B: '2' } }],
  userPools: [
    {
      Id: 'us-east-1_Abc123',
      account: '111122223333',
      clients: [{ ClientId: 'web', GenerateSecret: true }, { ClientId: 'app' }],
      users: [{ Username: 'ada', Password: 'Passw0rd!', UserAttributes: [{ Name: 'email', Value: 'a@b.c' }] }],
    },
  ],
  apis: [
    {
      id: 'a1b2c3d4e5',
      account: '111122223333',
      region: 'us-east-1',
      stages: [{ name: 'prod' }, { name: 'dev' }],
      definition: {
        openapi: '3.0.1',
        info: { title: 'orders' },
        paths: {},
        'x-amazon-apigateway-policy':
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}',
      },
    },
  ],
}

async function apply(
  world: World,
  source: unknown,
  mode: 'replace' | 'merge',
  generate = fakeGenerate(world.accounts.length * 1000),
): Promise<World> {
  const parsed = parseWorkspace(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const result = await applyWorkspace(world, parsed.document, { mode, generate })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.world
}

const base = () => apply(EMPTY_WORLD, BASE, 'replace')
const keys = (plan: readonly { kind: string; key: string }[]) => plan.map(({ kind, key }) => `${kind} ${key}`)

describe('merging (PATCH)', () => {
  it('upserts by key and deletes nothing', async () => {
    const world = await base()
    const next = await apply(
      world,
      { gatehouse: 1, accounts: [{ id: '111122223333', iam: { UserDetailList: [{ UserName: 'cat' }, { UserName: 'ann', Path: '/' }] } }] },
      'merge',
    )
    expect(keys(planWorlds(world, next).create)).toEqual(['iamUser arn:aws:iam::111122223333:user/cat'])
    expect(planWorlds(world, next)).toMatchObject({ update: [], delete: [] })
  })

  it('replaces a field that is given whole, and keeps those that are not', async () => {
    const world = await base()
    const next = await apply(
      world,
      {
        gatehouse: 1,
        accounts: [{ id: '111122223333', iam: { UserDetailList: [{ UserName: 'ann', Tags: [{ Key: 'level', Value: '1' }] }] } }],
      },
      'merge',
    )
    expect(next.accounts[0]?.users[0]?.tags).toEqual([{ key: 'level', value: '1' }])
    expect(next.accounts[0]?.users[0]?.id).toBe(world.accounts[0]?.users[0]?.id)
    expect(next.accounts[0]?.accessKeys).toEqual(world.accounts[0]?.accessKeys)
  })

  it('a new definition keeps the resource policy unless it brings one; only null takes it away', async () => {
    const world = await base()
    const definition = { openapi: '3.0.1', info: { title: 'shop' }, paths: {} }
    const patch = (fields: object) => apply(world, { gatehouse: 1, apis: [{ id: 'a1b2c3d4e5', ...fields }] }, 'merge')
    const policy =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}'
    expect((await patch({ definition })).apis[0]).toMatchObject({ name: 'shop', policy: world.apis[0]?.policy })
    expect((await patch({ definition: { ...definition, 'x-amazon-apigateway-policy': policy } })).apis[0]).toMatchObject({ policy })
    expect((await patch({ definition, policy })).apis[0]).toMatchObject({ name: 'shop', policy })
    expect((await patch({ policy })).apis[0]).toMatchObject({ name: 'orders', policy, definition: world.apis[0]?.definition })
    expect((await patch({ policy: null })).apis[0]?.policy).toBeNull()
    expect((await patch({ definition, policy: null })).apis[0]?.policy).toBeNull()
    const put = { ...BASE, apis: [{ ...BASE.apis[0], definition }] }
    expect((await apply(world, put, 'replace')).apis[0]?.policy).toBeNull()
  })

  it('upserts stages by name', async () => {
    const next = await apply(
      await base(),
      { gatehouse: 1, apis: [{ id: 'a1b2c3d4e5', stages: [{ name: 'test', variables: { a: 'b' } }] }] },
      'merge',
    )
    expect(next.apis[0]?.stages.map((stage) => stage.name)).toEqual(['prod', 'dev', 'test'])
  })
})

describe('replacing (PUT)', () => {
  it('deletes what the document does not name', async () => {
    const world = await base()
    const next = await apply(world, { ...BASE, functions: [], apis: [] }, 'replace')
    expect(keys(planWorlds(world, next).delete)).toEqual(['api a1b2c3d4e5', 'function 111122223333/us-east-1/f'])
  })
})

describe('secrets', () => {
  it('one that is left out keeps the stored one, in both modes', async () => {
    const world = await base()
    const without = {
      ...BASE,
      accounts: [{ ...BASE.accounts[0], accessKeys: [{ AccessKeyId: 'AKIA0000000000000000', UserName: 'ann' }] }],
      functions: [{ ...BASE.functions[0], environment: { A: null, B: null } }],
      userPools: [{ ...BASE.userPools[0], users: [{ Username: 'ada', UserAttributes: [{ Name: 'email', Value: 'a@b.c' }] }] }],
    }
    for (const mode of ['replace', 'merge'] as const)
      expect(planWorlds(world, await apply(world, without, mode))).toEqual({ create: [], update: [], delete: [] })
  })

  it('a password that matches the stored hash is no change, another one is', async () => {
    const world = await base()
    const salted = { ...fakeGenerate(), hashPassword: (password: string) => `scrypt$1$1$1$bmV3$${btoa(password)}` }
    expect(planWorlds(world, await apply(world, BASE, 'merge', salted)).update).toEqual([])
    const other = { gatehouse: 1, userPools: [{ Id: 'us-east-1_Abc123', users: [{ Username: 'ada', Password: 'Passw0rd?' }] }] }
    expect(keys(planWorlds(world, await apply(world, other, 'merge', salted)).update)).toEqual(['userPoolUser us-east-1_Abc123/ada'])
  })

  it('client secrets and signing keys are generated once', async () => {
    const world = await base()
    expect(world.userPools[0]?.clients.map((client) => client.secret?.length ?? null)).toEqual([52, null])
    expect(world.userPools[0]?.signingKeys.map((key) => key.use)).toEqual(['id', 'access'])
    const again = await apply(world, BASE, 'replace')
    expect(again.userPools[0]?.clients[0]?.secret).toBe(world.userPools[0]?.clients[0]?.secret)
    expect(again.userPools[0]?.signingKeys).toBe(world.userPools[0]?.signingKeys)
  })

  it('GenerateSecret false makes a client public', async () => {
    const next = await apply(
      await base(),
      { gatehouse: 1, userPools: [{ Id: 'us-east-1_Abc123', clients: [{ ClientId: 'web', GenerateSecret: false }] }] },
      'merge',
    )
    expect(next.userPools[0]?.clients[0]?.secret).toBeNull()
  })
})
