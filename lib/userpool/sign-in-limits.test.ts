import { describe, expect, it } from 'vitest'
import { createSignInLimits } from './sign-in-limits'

const clock = () => {
  const self = { ms: 1_800_000_000_000, nowMs: () => self.ms }
  return self
}
const ADA = { poolId: 'p', username: 'ada', exists: true }

describe('failed sign-ins', () => {
  it('lock for 1, 2, 4 … seconds from the fifth on, 15 minutes at most', () => {
    const time = clock()
    const limits = createSignInLimits(time)
    for (let i = 0; i < 4; i++) limits.failed(ADA)
    expect(limits.isLocked(ADA)).toBe(false)
    for (const lockSec of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      limits.failed(ADA)
      time.ms += lockSec * 1000 - 1
      expect(limits.isLocked(ADA)).toBe(true)
      time.ms += 1
      expect(limits.isLocked(ADA)).toBe(false)
    }
  })

  it('are forgotten after success and after 15 quiet minutes', () => {
    for (const forget of [(limits: ReturnType<typeof createSignInLimits>) => limits.succeeded(ADA), null]) {
      const time = clock()
      const limits = createSignInLimits(time)
      for (let i = 0; i < 4; i++) limits.failed(ADA)
      if (forget) forget(limits)
      else time.ms += 900_001
      limits.failed(ADA)
      expect(limits.isLocked(ADA)).toBe(false)
    }
  })

  it('of made-up names do not push out those of users', () => {
    const limits = createSignInLimits(clock(), 3)
    for (let i = 0; i < 5; i++) limits.failed(ADA)
    for (let i = 0; i < 100; i++) limits.failed({ poolId: 'p', username: `made-up-${i}`, exists: false })
    expect(limits.isLocked(ADA)).toBe(true)
  })

  it('count by pool and name together, without mixing them up', () => {
    const limits = createSignInLimits(clock())
    for (let i = 0; i < 5; i++) limits.failed({ poolId: 'pa', username: 'b', exists: true })
    expect(limits.isLocked({ poolId: 'p', username: 'ab', exists: true })).toBe(false)
  })
})
