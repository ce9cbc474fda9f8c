import { describe, expect, it } from 'vitest'
import type { Decision, StageTrace } from '@/lib/domain/decision'
import { formatUs, treeModel } from './tree-model'

function stage(name: StageTrace['name'], outcome: StageTrace['outcome'], durationUs?: number): StageTrace {
  return { name, outcome, why: '', detail: [], policies: [], durationUs }
}

function decision(stages: readonly StageTrace[], decidedAt: StageTrace['name']): Decision {
  return {
    revision: 1,
    outcome: 'deny',
    status: 403,
    reasonCode: 'x',
    sentence: '',
    sentenceParts: [],
    fidelity: 'documented',
    decidedBy: { stage: decidedAt },
    missingFacts: [],
    stages,
  }
}

describe('the tree of a decision', () => {
  it('keeps the pipeline order and sets apart what was never reached', () => {
    const model = treeModel(decision([stage('host', 'pass', 4), stage('route', 'fail', 9), stage('authorize', 'notReached')], 'route'))
    expect(model.rows.map((row) => [row.trace.name, row.state, row.decides])).toEqual([
      ['host', 'passed', false],
      ['route', 'failed', true],
    ])
    expect(model.notReached.map((item) => item.name)).toEqual(['authorize'])
    expect(model.totalUs).toBe(13)
  })

  it('marks the stage that failed when the deciding name stands twice', () => {
    const stages = [stage('resourcePolicy', 'pass'), stage('authorizer', 'pass'), stage('resourcePolicy', 'fail')]
    expect(treeModel(decision(stages, 'resourcePolicy')).rows.map((row) => row.decides)).toEqual([false, false, true])
  })

  it('writes times in the unit that reads best', () => {
    expect([61, 1234, 250_000].map(formatUs)).toEqual(['61 µs', '1.2 ms', '250 ms'])
  })
})
