'use client'
import { Check as CheckIcon, FlaskConical, Play, X } from 'lucide-react'
import type { SavedTest } from '@/lib/domain/world'
import { DecisionTree } from '../decision/decision-tree.client'
import { Sentence } from '../decision/sentence'
import { EMPTY_REQUEST, writeRequest } from '../playground/request-state'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { cx } from '../ui/cx'
import { Drawer } from '../ui/drawer.client'
import { LinkButton } from '../ui/link-button'
import { type Check, evaluateCaller } from './check-test'
import { RunWord } from './run-word'
import type { TestRun } from './use-test-runs'

export interface TestDrawerProps {
  readonly test: SavedTest
  readonly run: TestRun | undefined
  readonly onRun: () => void
  readonly onClose: () => void
}

/** One test: what was expected beside what came, and the tree of the decision. */
export function TestDrawer({ test, run, onRun, onClose }: TestDrawerProps) {
  const decided = run?.state === 'passed' || run?.state === 'failed' ? run : null
  return (
    <Drawer
      open
      modal={false}
      width="record"
      onClose={onClose}
      title={test.name}
      actions={<RunWord run={run} />}
      footer={
        <>
          <LinkButton variant="primary" href={tryHref(test)}>
            <FlaskConical size={14} aria-hidden />
            Open in playground
          </LinkButton>
          <Button pending={run?.state === 'running'} onClick={onRun}>
            <Play size={14} aria-hidden />
            Run
          </Button>
        </>
      }
    >
      {test.description && <p className="px-5 pt-4 text-table text-pretty text-ink-2">{test.description}</p>}
      {(run?.state === 'skipped' || run?.state === 'error') && (
        <Callout
          tone={run.state === 'error' ? 'error' : 'info'}
          className="m-5"
          title={run.state === 'error' ? 'The test could not be run.' : 'Not run here.'}
        >
          {run.why}
        </Callout>
      )}
      {decided && (
        <>
          <Checks checks={decided.checks} />
          <Sentence decision={decided.result.decision} size="drawer" className="border-y px-5 py-4" />
          <DecisionTree decision={decided.result.decision} dense />
        </>
      )}
    </Drawer>
  )
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <table className="my-4 w-full table-fixed text-left text-table" aria-label="Expected and actual">
      <thead>
        <tr className="text-meta text-ink-3 [&>th]:px-2 [&>th]:pb-1 [&>th]:font-medium">
          <th scope="col" className="w-32 pl-5!">
            Checked
          </th>
          <th scope="col">Expected</th>
          <th scope="col" className="pr-5!">
            Actual
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={check.name} className="border-t align-top [&>td]:px-2 [&>td]:py-1.5">
            <td className={cx('pl-5!', check.passed ? 'text-ink-2' : 'font-medium text-error')}>
              <span className="flex items-center gap-1.5">
                {check.passed ? <CheckIcon size={12} aria-label="as expected" /> : <X size={12} aria-label="differs" />}
                {check.name}
              </span>
            </td>
            <td className="font-mono text-code wrap-anywhere">{check.expected}</td>
            <td className="pr-5! font-mono text-code wrap-anywhere">{check.actual}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function tryHref(test: SavedTest): string {
  const { method, path, headers, body, sourceIp } = test.request
  const request = {
    ...EMPTY_REQUEST,
    api: test.api,
    stage: test.stage,
    method,
    path,
    headers,
    body: body ?? '',
    sourceIp,
    caller: evaluateCaller(test.caller),
  }
  return `/playground?${writeRequest(request)}`
}
