import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../domain/errors'
import { openTestRuntime, type TestRuntime } from '../runtime/testing/open-test-runtime'

const ACCOUNT = '111122223333'
const KEY = 'AKIAEXAMPLEEXAMPLE01'

let test: TestRuntime
beforeAll(async () => {
  test = await openTestRuntime()
  await test.services.createAccount(test.as('admin'), { id: ACCOUNT, alias: 'test' }).catch(() => undefined)
  for (const name of ['alice', 'bob']) await test.services.createPrincipal(test.as('admin'), { account: ACCOUNT, type: 'user', name })
})
afterAll(() => test.close())

const withKey = (UserName: string, SecretAccessKey: string) =>
  JSON.stringify({
    gatehouse: 1,
    accounts: [{ id: ACCOUNT, accessKeys: [{ AccessKeyId: KEY, SecretAccessKey, UserName, Status: 'Active' }] }],
  })
const merge = (role: 'editor' | 'admin', text: string, dryRun = false) =>
  test.services.mergeWorkspace(test.as(role), { text, format: 'json', dryRun }).then(
    () => 'done',
    (error: AppError) => error.code,
  )

describe('a document cannot hand an editor the credentials that only admins make', () => {
  const secret = 'a'.repeat(40)
  it('a new key is refused, also as a dry run', async () => {
    expect(await merge('editor', withKey('alice', secret))).toBe('forbidden')
    expect(await merge('editor', withKey('alice', secret), true)).toBe('forbidden')
    expect(await merge('admin', withKey('alice', secret))).toBe('done')
  })
  it.each([
    ['another secret', withKey('alice', 'b'.repeat(40))],
    ['another owner', withKey('bob', secret)],
  ])('%s is refused', async (_name, text) => expect(await merge('editor', text)).toBe('forbidden'))
  it('the stored values themselves, and everything else, go on', async () => {
    expect(await merge('editor', withKey('alice', secret))).toBe('done')
    expect(await merge('editor', JSON.stringify({ gatehouse: 1, accounts: [{ id: ACCOUNT, alias: 'renamed' }] }))).toBe('done')
  })
})
