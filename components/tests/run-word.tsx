import { CircleCheck, CircleMinus, CircleX, LoaderCircle } from 'lucide-react'
import type { TestRun } from './use-test-runs'

/** Results of tests are no verdicts: neutral when as expected, the error colour when not. */
export function RunWord({ run }: { readonly run: TestRun | undefined }) {
  const base = 'inline-flex items-center gap-1.5 align-middle text-table font-medium'
  switch (run?.state) {
    case 'passed':
      return (
        <span className={`${base} text-ink-2`}>
          <CircleCheck size={14} aria-hidden /> as expected
        </span>
      )
    case 'failed':
    case 'error':
      return (
        <span className={`${base} text-error`}>
          <CircleX size={14} aria-hidden /> {run.state === 'failed' ? 'differs' : 'not run'}
        </span>
      )
    case 'skipped':
      return (
        <span className={`${base} font-normal text-ink-3`} title={run.why}>
          <CircleMinus size={14} aria-hidden /> not here
        </span>
      )
    default:
      return (
        <span className={`${base} font-normal text-ink-3`}>
          <LoaderCircle size={14} aria-hidden className="animate-spin" /> running
        </span>
      )
  }
}
