import { describe, expect, it } from 'vitest'
import { sampleRecord } from '../testing/sample-record'
import { Budget } from './budget'

const SOURCE = 'the budgets of the request log: 200 denials and 50 allows for each stage and second'

describe(`budget of the request log (${SOURCE})`, () => {
  it('keeps the first 200 denials and 50 allows of a stage in a second, and counts the others', () => {
    const budget = new Budget()
    const take = (outcome: 'allow' | 'deny', count: number) =>
      Array.from({ length: count }, () => sampleRecord({ outcome })).filter((record) => {
        const kept = budget.take(record)
        if (!kept) budget.count(record)
        return kept
      }).length
    expect([take('allow', 80), take('deny', 250)]).toEqual([50, 200])
    expect(budget.takeGaps()).toMatchObject([{ count: 80 }])
    expect(budget.takeGaps()).toEqual([])
  })

  it('gives each stage and each second a budget of its own', () => {
    const budget = new Budget()
    const kept = (patch: Parameters<typeof sampleRecord>[0]) =>
      Array.from({ length: 60 }, () => budget.take(sampleRecord(patch))).filter(Boolean).length
    expect(kept({ stage: 'prod' })).toBe(50)
    expect(kept({ stage: 'dev' })).toBe(50)
    expect(kept({ stage: 'dev', atMs: 1_800_000_001_000 })).toBe(50)
  })

  it('stays bounded however many names a client invents', () => {
    const budget = new Budget()
    for (let index = 0; index < 30_000; index++) {
      const record = sampleRecord({ outcome: 'deny', stage: `s${index}`, routeKey: `r${index}` })
      if (!budget.take(record)) budget.count(record)
      else budget.count(record)
    }
    const gaps = budget.takeGaps()
    expect(gaps.length).toBeLessThanOrEqual(10_001)
    expect(gaps.reduce((sum, gap) => sum + gap.count, 0)).toBe(30_000)
  })
})
