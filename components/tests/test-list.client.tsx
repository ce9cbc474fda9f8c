'use client'
import { FileCode2, Play } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { SavedTest } from '@/lib/domain/world'
import { errorText } from '../data/api-client'
import { useApis } from '../data/apis'
import { useTests } from '../data/tests'
import { OUTCOME_LOOK } from '../decision/verdict-look'
import { callerWords } from '../playground/caller-words'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { MethodChip } from '../ui/method-chip'
import { PageHeader } from '../ui/page-header'
import { SearchInput } from '../ui/search-input.client'
import { Segmented } from '../ui/segmented.client'
import { Verdict } from '../ui/verdict'
import { evaluateCaller } from './check-test'
import { RunWord } from './run-word'
import { TestDrawer } from './test-drawer.client'
import { type TestRun, useTestRuns } from './use-test-runs'

type Filter = 'all' | 'failed'

/** The workspace's saved tests, run on what is enforced now. */
export function TestList() {
  const tests = useTests()
  const apis = useApis()
  const { runs, running, run } = useTestRuns()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [openName, setOpenName] = useState<string | null>(null)
  const { data } = tests

  useEffect(() => {
    if (data && data.length > 0) void run(data)
  }, [data, run])

  const names = useMemo(() => new Map((apis.data ?? []).map((api) => [api.id, api.name])), [apis.data])
  const shown = useMemo(
    () => data?.filter((test) => (filter === 'all' || isBad(runs.get(test.name))) && matches(test, text)),
    [data, filter, text, runs],
  )
  const open = data?.find((test) => test.name === openName)

  return (
    <>
      <PageHeader
        title="Tests"
        meta={<Summary tests={data} runs={runs} />}
        actions={
          data && data.length > 0 ? (
            <Button variant="primary" pending={running} onClick={() => void run(data)}>
              {!running && <Play size={14} aria-hidden />}
              Run all
            </Button>
          ) : undefined
        }
      />
      {tests.isError && (
        <Callout tone="error" className="mx-4 mb-3 md:mx-6" title="The tests could not be read.">
          {errorText(tests.error)}
        </Callout>
      )}
      {data && data.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
          <SearchInput label="Find a test" placeholder="Name, path, caller" value={text} onChange={setText} />
          <Segmented
            label="Show"
            size="dense"
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: 'All' },
              { value: 'failed', label: 'Failed' },
            ]}
          />
        </div>
      )}
      <DataTable
        label="Tests"
        columns={columns(runs, names)}
        rows={shown}
        rowKey={(test) => test.name}
        currentKey={openName}
        onOpen={(test) => setOpenName(test.name)}
        empty={
          data?.length === 0 ? (
            <NoTests />
          ) : (
            <EmptyState title="No test is shown">{filter === 'failed' ? 'No test fails.' : 'No test has these words.'}</EmptyState>
          )
        }
      />
      {open && <TestDrawer test={open} run={runs.get(open.name)} onRun={() => void run([open])} onClose={() => setOpenName(null)} />}
    </>
  )
}

function NoTests() {
  return (
    <EmptyState
      title="No tests yet"
      ways={[
        {
          icon: <FileCode2 size={18} aria-hidden />,
          title: 'Add them to the workspace document',
          text: 'Rows of tests: a request, a caller, the expected decision',
          action: <LinkButton href="/settings/workspace">Open workspace</LinkButton>,
        },
      ]}
    >
      A test is a saved request with the decision that it should get. Run after each change, tests say at once what a change of a policy
      changed.
    </EmptyState>
  )
}

function columns(runs: ReadonlyMap<string, TestRun>, names: ReadonlyMap<string, string>): readonly Column<SavedTest>[] {
  return [
    { key: 'result', header: 'Result', width: '112px', cell: (test) => <RunWord run={runs.get(test.name)} /> },
    {
      key: 'name',
      header: 'Test',
      sortBy: (test) => test.name,
      cell: (test) => <span className="cut block max-w-96 font-medium">{test.name}</span>,
    },
    {
      key: 'request',
      header: 'Request',
      from: 'md',
      sortBy: (test) => test.request.path,
      cell: (test) => (
        <span className="flex items-center gap-2">
          <MethodChip method={test.request.method} />
          <span className="cut max-w-72 font-mono text-[13px]">{test.request.path}</span>
          <span className="text-meta text-ink-3">{names.get(test.api) ?? test.api}</span>
        </span>
      ),
    },
    {
      key: 'caller',
      header: 'As',
      from: 'lg',
      sortBy: (test) => callerWords(evaluateCaller(test.caller)).title,
      cell: (test) => <span className="text-ink-2">{callerWords(evaluateCaller(test.caller)).title}</span>,
    },
    {
      key: 'expected',
      header: 'Expected',
      width: '136px',
      sortBy: (test) => test.expect.status,
      cell: (test) => (
        <span className="flex items-center gap-2">
          <span className="num font-mono text-code">{test.expect.status}</span>
          <Verdict small kind={OUTCOME_LOOK[test.expect.outcome].tone}>
            {test.expect.outcome === 'error' ? 'Error' : undefined}
          </Verdict>
        </span>
      ),
    },
  ]
}

function Summary({ tests, runs }: { readonly tests: readonly SavedTest[] | undefined; readonly runs: ReadonlyMap<string, TestRun> }) {
  if (!tests || tests.length === 0) return <span>Saved requests with the decisions they should get</span>
  const states = tests.map((test) => runs.get(test.name)?.state)
  const count = (state: TestRun['state']) => states.filter((item) => item === state).length
  const bad = count('failed') + count('error')
  return (
    <span className="num" aria-live="polite">
      {count('passed')} of {tests.length} as expected{bad > 0 ? `, ${bad} differ` : ''}
      {count('skipped') > 0 ? `, ${count('skipped')} need real requests and are not run here` : ''}
    </span>
  )
}

function isBad(run: TestRun | undefined): boolean {
  return run?.state === 'failed' || run?.state === 'error'
}

function matches(test: SavedTest, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return !wanted || `${test.name} ${test.request.path} ${callerWords(evaluateCaller(test.caller)).title}`.toLowerCase().includes(wanted)
}
