import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../domain/errors'
import { openTestRuntime, type TestRuntime } from '../runtime/testing/open-test-runtime'

const ACCOUNT = '111122223333'
const REGION = 'us-east-1'

let test: TestRuntime
beforeAll(async () => {
  test = await openTestRuntime()
})
afterAll(() => test.close())

const editor = (ifMatch?: string) => test.as('editor', ifMatch)
const viewer = () => test.as('viewer')
const newApi = async (name: string, protocol: 'REST' | 'HTTP' = 'REST') =>
  test.services.createApi(editor(), { name, protocol, account: ACCOUNT, region: REGION, stage: protocol === 'HTTP' ? '$default' : 'prod' })
const mockRoute = (method: string, path: string, auth: object = { type: 'NONE' }) => ({
  method,
  path,
  auth,
  integration: {
    type: 'MOCK',
    responses: [{ selectionPattern: null, status: 200, headers: [], contentType: 'application/json', body: '{"ok":true}' }],
  },
})
const evaluate = (api: string, path: string, more: object = {}) =>
  test.services.evaluate(viewer(), {
    request: { api, stage: 'prod', method: 'GET', path, sourceIp: '192.0.2.7' },
    caller: { type: 'anonymous' },
    ...more,
  })
const policy = (effect: 'Allow' | 'Deny') =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Sid: 'Everybody', Effect: effect, Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
    },
    null,
    2,
  )
const revisionNow = async () => (await test.services.getStatus(viewer(), {})).revision

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  return promise.then(
    () => {
      throw new Error('nothing was refused')
    },
    (error: AppError) => error,
  )
}

describe('a write', () => {
  it('answers once this node enforces it', async () => {
    const { id } = await newApi('enforced')
    const written = await test.services.createRoute(editor(), { api: id, ...mockRoute('GET', '/hello') })
    const status = await test.services.getStatus(viewer(), {})
    expect(status.enforcedRevision).toBe(written.revision)
    expect((await evaluate(id, '/hello')).decision.outcome).toBe('allow')
    expect((await evaluate(id, '/nowhere')).decision.outcome).not.toBe('allow')
  })

  it('with the version that was read goes through, with another is refused with a diff and changes nothing', async () => {
    const { id, etag } = await newApi('versions')
    const saved = await test.services.putApiPolicy(editor(etag), { api: id, text: policy('Allow') })
    expect((await test.services.getApi(viewer(), { api: id })).etag).toBe(saved.etag)
    const stale = await refusal(test.services.putApiPolicy(editor(etag), { api: id, text: policy('Deny') }))
    expect(stale.code).toBe('stale_revision')
    expect(stale.details.diff).toContain('Everybody')
    expect((await test.services.getApiPolicy(viewer(), { api: id })).text).toBe(policy('Allow'))
  })

  it('makes a version with author and diff', async () => {
    const { id } = await newApi('history')
    await test.services.putApiPolicy(editor(), { api: id, text: policy('Deny') })
    const { items } = await test.services.getHistory(viewer(), { kind: 'api', key: id })
    expect(items.map((item) => [item.action, item.author])).toEqual([
      ['update', 'editor@example.com'],
      ['create', 'editor@example.com'],
    ])
    expect(items[0]!.diff).toContain('Deny')
  })

  it('waits for its turn: many at once all go through, each as a revision of its own', async () => {
    const { id } = await newApi('turns')
    const writes = Array.from({ length: 20 }, (_, index) =>
      test.services.putStage(editor(), { api: id, stage: `s${index}`, variables: {} }),
    )
    const revisions = (await Promise.all(writes)).map((written) => written.revision)
    expect(new Set(revisions).size).toBe(20)
    expect((await test.services.getApi(viewer(), { api: id })).stages).toHaveLength(21)
  })

  it('that changes nothing makes no revision', async () => {
    const { id } = await newApi('idle')
    const first = await test.services.putApiPolicy(editor(), { api: id, text: policy('Deny') })
    expect((await test.services.putApiPolicy(editor(), { api: id, text: policy('Deny') })).revision).toBe(first.revision)
  })
})

describe('a resource policy', () => {
  it('is refused with pointer and range when it could not be enforced, and the old one stays', async () => {
    const { id } = await newApi('policy')
    await test.services.putApiPolicy(editor(), { api: id, text: policy('Deny') })
    const text = policy('Deny').replace('"Deny"', '"Perhaps"')
    const error = await refusal(test.services.putApiPolicy(editor(), { api: id, text }))
    expect(error.code).toBe('invalid_document')
    const issue = error.details.issues?.[0]
    expect(issue?.pointer).toBe('/Statement/0/Effect')
    expect(text.slice(issue?.range?.start, issue?.range?.end)).toContain('Perhaps')
    expect((await test.services.getApiPolicy(viewer(), { api: id })).text).toBe(policy('Deny'))
  })

  it('keeps its text to the last blank', async () => {
    const { id } = await newApi('text')
    const text = `  ${policy('Allow')}\n\n`
    await test.services.putApiPolicy(editor(), { api: id, text })
    expect((await test.services.getApiPolicy(viewer(), { api: id })).text).toBe(text)
  })
})

describe('an evaluation on a draft', () => {
  it('decides by the draft, explains it, and changes nothing', async () => {
    const { id } = await newApi('draft')
    await test.services.createRoute(editor(), { api: id, ...mockRoute('GET', '/') })
    const before = await revisionNow()
    const draft = { gatehouse: 1, apis: [{ id, policy: policy('Deny') }] }
    const drafted = await evaluate(id, '/', { against: { draft } })
    expect(drafted.decision.outcome).toBe('deny')
    expect(drafted.decision.sentence).toContain('Everybody')
    expect((await evaluate(id, '/')).decision.outcome).toBe('allow')
    expect(await revisionNow()).toBe(before)
    expect((await test.services.getApi(viewer(), { api: id })).hasPolicy).toBe(false)
  })

  it('refuses a draft that could not be saved', async () => {
    const { id } = await newApi('bad draft')
    const error = await refusal(evaluate(id, '/', { against: { draft: { gatehouse: 1, apis: [{ id, policy: '{' }] } } }))
    expect(error.code).toBe('invalid_document')
  })
})

describe('a workspace document', () => {
  it('that is exported and applied again changes nothing', async () => {
    for (const format of ['json', 'yaml'] as const) {
      const { text } = await test.services.exportWorkspace(test.as('admin'), { format, secrets: true })
      const { plan } = await test.services.replaceWorkspace(editor(), { text, format, dryRun: 'true' })
      expect(plan).toEqual({ create: [], update: [], delete: [] })
    }
  })

  it('tried with dryRun answers the plan and stores nothing', async () => {
    const before = await revisionNow()
    const text = JSON.stringify({ gatehouse: 1, accounts: [{ id: '999988887777', alias: 'dry' }] })
    const { plan } = await test.services.mergeWorkspace(editor(), { text, format: 'json', dryRun: 'true' })
    expect(plan.create).toEqual([{ kind: 'account', key: '999988887777' }])
    expect(await revisionNow()).toBe(before)
  })

  it('with problems is refused whole, each problem with its pointer', async () => {
    const before = await revisionNow()
    const functions = [{ account: ACCOUNT, region: REGION, name: 'broken', code: 'export const handler = (' }]
    const text = JSON.stringify({ gatehouse: 1, accounts: [{ id: '12' }, { id: '333344445555', colour: 'blue' }], functions })
    const error = await refusal(test.services.mergeWorkspace(editor(), { text, format: 'json' }))
    expect(error.details.issues?.map((issue) => issue.pointer)).toEqual(expect.arrayContaining(['/accounts/0/id', '/accounts/1/colour']))
    expect(await revisionNow()).toBe(before)
  })
})

describe('a text that the database cannot hold', () => {
  it("is refused as the caller's, not told as a fault of ours", async () => {
    expect((await refusal(test.services.getApi(viewer(), { api: 'a\0' }))).code).toBe('invalid_request')
  })
})

describe('the scripts of a workspace document', () => {
  it('are all checked, and told by their place in the document that was sent', async () => {
    const fn = (name: string, code: string) => ({ account: ACCOUNT, region: REGION, name, code })
    await test.services.createFunction(editor(), { account: ACCOUNT, region: REGION, name: 'a-stored' })
    const functions = [fn('z-wrong', 'export const handler = ('), fn('y-good', 'exports.handler = () => 1'), fn('a-wrong', 'const x = 1')]
    const error = await refusal(
      test.services.mergeWorkspace(editor(), { text: JSON.stringify({ gatehouse: 1, functions }), format: 'json' }),
    )
    expect(error.details.issues?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/functions/0/code', 'script_syntax'],
      ['/functions/2/code', 'script_syntax'],
    ])
  })
})

describe('a function', () => {
  const ref = { account: ACCOUNT, region: REGION, name: 'token-authorizer' }

  it('whose script does not parse is refused at its place', async () => {
    await test.services.createFunction(editor(), ref)
    const code = 'const a = 1\nexport const handler = async ( => 1\n'
    const error = await refusal(test.services.updateFunction(editor(), { ...ref, code }))
    expect(error.code).toBe('invalid_document')
    expect(error.details.issues?.[0]).toMatchObject({ pointer: '/code', code: 'script_syntax' })
    expect(error.details.issues?.[0]?.range?.start).toBeGreaterThanOrEqual(12)
  })

  it('shows the names of its environment, never the values', async () => {
    await test.services.updateFunction(editor(), { ...ref, environment: { KEY: 'a-secret-value' } })
    await test.services.updateFunction(editor(), { ...ref, environment: { KEY: null, OTHER: 'x' } })
    const detail = await test.services.getFunction(viewer(), ref)
    expect(detail.environmentNames).toEqual(['KEY', 'OTHER'])
    expect(JSON.stringify(detail)).not.toContain('a-secret-value')
  })

  it('runs saved and unsaved code in the sandbox', async () => {
    const code = "export const handler = async (event) => { console.log('seen'); return { got: event.x, key: process.env.KEY } }"
    const run = await test.services.invokeFunction(editor(), { ...ref, code, event: { x: 7 } })
    expect(run).toMatchObject({ ok: true, value: { got: 7, key: 'a-secret-value' } })
    expect(run.logs.map((log) => log.message)).toEqual(['seen'])
    const failed = await test.services.invokeFunction(editor(), {
      ...ref,
      code: "export const handler = async () => { throw new Error('no') }",
      event: {},
    })
    expect(failed).toMatchObject({ ok: false, errorMessage: 'no' })
  })

  it('cannot be deleted while an authorizer calls it, nor the authorizer while a route uses it', async () => {
    const { id } = await newApi('authorized')
    const authorizer = {
      type: 'TOKEN',
      name: 'token',
      header: 'Authorization',
      identityValidationExpression: null,
      ttlSec: 0,
      function: ref,
    }
    await test.services.createAuthorizer(editor(), { api: id, ...authorizer })
    await test.services.createRoute(editor(), { api: id, ...mockRoute('GET', '/guarded', { type: 'CUSTOM', authorizer: 'token' }) })
    expect((await refusal(test.services.deleteFunction(editor(), ref))).code).toBe('conflict')
    expect((await refusal(test.services.deleteAuthorizer(editor(), { api: id, authorizer: 'token' }))).code).toBe('conflict')
    await test.services.updateAuthorizer(editor(), { api: id, authorizer: 'token', ...authorizer, name: 'renamed' })
    const detail = await test.services.getApi(viewer(), { api: id })
    expect(detail.routes[0]?.auth).toEqual({ type: 'CUSTOM', authorizer: 'renamed' })
    await test.services.deleteRoute(editor(), { api: id, key: 'GET /guarded' })
    await test.services.deleteAuthorizer(editor(), { api: id, authorizer: 'renamed' })
    await test.services.deleteFunction(editor(), ref)
    expect((await refusal(test.services.getFunction(viewer(), ref))).code).toBe('not_found')
  })
})

describe('a user pool', () => {
  it('takes clients, groups and users, and shows no secret of them', async () => {
    const { id } = await test.services.createPool(editor(), { name: 'customers', account: ACCOUNT, region: REGION })
    const client = await test.services.createPoolClient(test.as('admin'), { pool: id, name: 'web', generateSecret: true })
    await test.services.createPoolGroup(editor(), { pool: id, name: 'gold' })
    const user = {
      pool: id,
      username: 'ada',
      password: 'Correct-horse-7',
      attributes: [{ name: 'email', value: 'ada@example.com' }],
      groups: ['gold'],
    }
    await test.services.createPoolUser(editor(), user)
    const detail = await test.services.getPool(viewer(), { pool: id })
    const users = await test.services.listPoolUsers(viewer(), { pool: id })
    expect(detail).toMatchObject({
      name: 'customers',
      userCount: 1,
      clients: [{ name: 'web', hasSecret: true }],
      groups: [{ name: 'gold' }],
    })
    expect(users.items[0]).toMatchObject({ username: 'ada', status: 'CONFIRMED', groups: ['gold'], enabled: true })
    expect(client.secret).toMatch(/^\w{24,}$/)
    for (const secret of [client.secret!, 'scrypt$', 'PRIVATE KEY']) expect(JSON.stringify([detail, users])).not.toContain(secret)
    await test.services.updatePoolUser(editor(), { pool: id, username: 'ada', enabled: false, groups: [] })
    const [after] = (await test.services.listPoolUsers(viewer(), { pool: id })).items
    expect(after).toMatchObject({ enabled: false, groups: [], sub: users.items[0]!.sub })
    await test.services.deletePoolUser(editor(), { pool: id, username: 'ada' })
    await test.services.deletePoolGroup(editor(), { pool: id, group: 'gold' })
    await test.services.deletePoolClient(editor(), { pool: id, client: client.id })
    await test.services.deletePool(editor(), { pool: id })
    expect((await refusal(test.services.getPool(viewer(), { pool: id }))).code).toBe('not_found')
  })
})

describe('principals', () => {
  const arn = (kind: string, name: string) => `arn:aws:iam::${ACCOUNT}:${kind}/${name}`
  const invoke = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' } })

  it('hold policies, groups, boundaries and keys; a secret is answered once', async () => {
    for (const [type, name] of [
      ['group', 'support'],
      ['user', 'bob'],
    ])
      await test.services.createPrincipal(editor(), { account: ACCOUNT, type, name })
    await test.services.createManagedPolicy(editor(), { account: ACCOUNT, name: 'InvokeAll', document: invoke })
    await test.services.putInlinePolicy(editor(), { arn: arn('user', 'bob'), name: 'own', document: invoke })
    const bounds = { attachedPolicyArns: [arn('policy', 'InvokeAll')], permissionsBoundaryArn: arn('policy', 'InvokeAll') }
    await test.services.updatePrincipal(editor(), {
      arn: arn('user', 'bob'),
      groups: ['support'],
      ...bounds,
      tags: [{ key: 'team', value: 'a' }],
    })
    const key = await test.services.createAccessKey(test.as('admin'), { arn: arn('user', 'bob') })
    const detail = await test.services.getPrincipal(viewer(), { arn: arn('user', 'bob') })
    expect(detail).toMatchObject({ groups: ['support'], ...bounds, accessKeys: [{ id: key.accessKeyId, active: true }] })
    expect(JSON.stringify(detail)).not.toContain(key.secretAccessKey)
    expect((await refusal(test.services.deleteManagedPolicy(editor(), { arn: arn('policy', 'InvokeAll') }))).code).toBe('conflict')
    await test.services.updateAccessKey(editor(), { id: key.accessKeyId, active: false })
    await test.services.deletePrincipal(editor(), { arn: arn('group', 'support') })
    expect((await test.services.getPrincipal(viewer(), { arn: arn('user', 'bob') })).groups).toEqual([])
    await test.services.deletePrincipal(editor(), { arn: arn('user', 'bob') })
    expect((await refusal(test.services.updateAccessKey(editor(), { id: key.accessKeyId, active: true }))).code).toBe('not_found')
    await test.services.deleteManagedPolicy(editor(), { arn: arn('policy', 'InvokeAll') })
  })

  it('refuse what is not there, and policies that could not be enforced', async () => {
    await test.services.createPrincipal(editor(), { account: ACCOUNT, type: 'role', name: 'worker' })
    const role = arn('role', 'worker')
    const unknown = await refusal(test.services.updatePrincipal(editor(), { arn: role, attachedPolicyArns: [arn('policy', 'Nothing')] }))
    expect(unknown).toMatchObject({ code: 'invalid_document', details: { issues: [{ pointer: '/attachedPolicyArns/0' }] } })
    const broken = await refusal(
      test.services.putInlinePolicy(editor(), { arn: role, name: 'p', document: '{"Statement":[{"Effect":"Allow"}]}' }),
    )
    expect(broken.code).toBe('invalid_document')
    expect((await refusal(test.services.updatePrincipal(editor(), { arn: role, groups: ['x'] }))).code).toBe('invalid_request')
    expect((await test.services.getPrincipal(viewer(), { arn: role })).inlinePolicies).toEqual([])
  })
})

describe('an import', () => {
  const openapi = {
    openapi: '3.0.1',
    info: { title: 'imported', version: '1' },
    paths: {
      '/things': {
        get: {
          'x-amazon-apigateway-auth': { type: 'AWS_IAM' },
          'x-amazon-apigateway-integration': {
            type: 'mock',
            requestTemplates: { 'application/json': '{"statusCode": 200}' },
            responses: { default: { statusCode: '200' } },
          },
          responses: { '200': { description: 'OK' } },
        },
      },
    },
  }
  const given = { account: ACCOUNT, region: REGION }

  it('of OpenAPI reports what is enforced and makes the API live at once', async () => {
    const text = JSON.stringify(openapi)
    const dry = await test.services.importDocument(editor(), { text, ...given, dryRun: true })
    expect(dry).toMatchObject({ kind: 'openapi', title: 'imported', revision: null })
    expect(dry.plan.create).toHaveLength(1)
    const done = await test.services.importDocument(editor(), { text, ...given, dryRun: false })
    expect(done.revision).not.toBeNull()
    expect(done.rows.some((row) => row.treatment === 'enforced')).toBe(true)
    const { decision } = await evaluate(done.apiId!, '/things')
    expect(decision).toMatchObject({ outcome: 'deny', status: 403 })
  })

  it('of a document with errors is a report that changes nothing', async () => {
    const before = await revisionNow()
    const text = JSON.stringify({
      ...openapi,
      paths: { '/x': { get: { 'x-amazon-apigateway-integration': { type: 'aws', uri: 'arn:x' } } } },
    })
    const report = await test.services.importDocument(editor(), { text, ...given, dryRun: false })
    expect(report.revision).toBeNull()
    expect(report.issues.some((issue) => issue.severity === 'error')).toBe(true)
    expect(await revisionNow()).toBe(before)
  })

  it('takes the output of aws iam get-account-authorization-details', async () => {
    const text = JSON.stringify({
      UserDetailList: [
        {
          Path: '/',
          UserName: 'imported',
          UserId: 'AIDAAAAAAAAAAAAAAAAAA',
          Arn: `arn:aws:iam::${ACCOUNT}:user/imported`,
          GroupList: [],
          AttachedManagedPolicies: [],
          Tags: [],
        },
      ],
      GroupDetailList: [],
      RoleDetailList: [],
      Policies: [],
    })
    const report = await test.services.importDocument(editor(), { text, ...given, dryRun: false })
    expect(report).toMatchObject({ kind: 'iamAccountDetails', apiId: null })
    expect(report.issues.filter((issue) => issue.severity === 'error')).toEqual([])
    expect((await test.services.getPrincipal(viewer(), { arn: `arn:aws:iam::${ACCOUNT}:user/imported` })).name).toBe('imported')
  })

  it('refuses a text that is none of the three', async () => {
    const error = await refusal(test.services.importDocument(editor(), { text: 'hello: world', ...given, dryRun: true }))
    expect(error.code).toBe('invalid_document')
  })
})
