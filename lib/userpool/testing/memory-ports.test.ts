import { userPoolContract } from '../contract'
import { createMemoryUserPool } from './memory-ports'

userPoolContract('memory', async () => {
  const pool = createMemoryUserPool()
  return {
    ports: pool,
    poolIds: ['us-east-1_Pool00001', 'us-east-1_Pool00002'],
    putUser: (poolId, user) => pool.putUser(poolId, user),
    removeUser: (poolId, username) => pool.removeUser(poolId, username),
  }
})
