import { describe, expect, it } from 'vitest'
import { objectKey } from '../../domain'
import type { LambdaFunction, PoolUser } from '../../domain/world'
import { functionKey, poolUserKey } from './object-keys'

describe('keys of objects', () => {
  const fn: LambdaFunction = {
    account: '111122223333',
    region: 'us-east-1',
    name: 'token-authorizer',
    handler: 'index.handler',
    code: '',
    environment: new Map(),
    timeoutMs: 3000,
    memoryMb: 64,
    tables: new Map(),
    events: [],
  }
  const user: PoolUser = { username: 'a/b', sub: '', enabled: true, status: 'CONFIRMED', attributes: [], groups: [], passwordHash: null }

  it('are those of the stored objects', () => {
    expect(functionKey(fn)).toBe(objectKey('function', fn))
    expect(poolUserKey('us-east-1_Demo12345', 'a/b')).toBe(objectKey('userPoolUser', { pool: 'us-east-1_Demo12345', user }))
  })
})
