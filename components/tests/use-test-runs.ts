import { useCallback, useState } from 'react'
import type { EvaluateResult } from '@/lib/domain/console-api'
import type { SavedTest } from '@/lib/domain/world'
import { errorText } from '../data/api-client'
import { evaluateOnce } from '../data/evaluate'
import { type Check, checkTest, notEvaluable, testInput } from './check-test'

export type TestRun =
  | { readonly state: 'running' }
  | { readonly state: 'skipped'; readonly why: string }
  | { readonly state: 'failed' | 'passed'; readonly checks: readonly Check[]; readonly result: EvaluateResult }
  | { readonly state: 'error'; readonly why: string }

const AT_ONCE = 4

export interface TestRuns {
  readonly runs: ReadonlyMap<string, TestRun>
  readonly running: boolean
  readonly run: (tests: readonly SavedTest[]) => Promise<void>
}

/** Runs saved tests on what is enforced now, a few at a time. */
export function useTestRuns(): TestRuns {
  const [runs, setRuns] = useState<ReadonlyMap<string, TestRun>>(new Map())
  const [running, setRunning] = useState(false)
  const put = useCallback((name: string, run: TestRun) => setRuns((now) => new Map(now).set(name, run)), [])

  const run = useCallback(
    async (tests: readonly SavedTest[]) => {
      setRunning(true)
      const queue = [...tests]
      for (const test of tests) put(test.name, { state: 'running' })
      const worker = async () => {
        for (let test = queue.shift(); test; test = queue.shift()) put(test.name, await runOne(test))
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      setRunning(false)
    },
    [put],
  )
  return { runs, running, run }
}

async function runOne(test: SavedTest): Promise<TestRun> {
  const why = notEvaluable(test)
  if (why) return { state: 'skipped', why }
  try {
    const result = await evaluateOnce(testInput(test))
    const checks = checkTest(test, result)
    return { state: checks.every((check) => check.passed) ? 'passed' : 'failed', checks, result }
  } catch (error) {
    return { state: 'error', why: errorText(error) }
  }
}
