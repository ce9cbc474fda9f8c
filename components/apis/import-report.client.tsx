'use client'
import { Archive, CircleX, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Segmented } from '@/components/ui/segmented.client'
import type { ImportReport, ImportRow } from '@/lib/domain/console-api'
import { PlanSummary } from './plan-summary'

type Treatment = ImportRow['treatment']

const LOOK = {
  refused: { Icon: CircleX, title: 'Refused', text: 'Nothing is saved while one of these is there.', icon: 'text-error' },
  enforced: { Icon: ShieldCheck, title: 'Enforced', text: 'The gateway acts on these.', icon: 'text-ink-2' },
  descriptive: {
    Icon: Archive,
    title: 'Kept, not enforced',
    text: 'Kept in the document and exported again; the gateway does not act on them.',
    icon: 'text-ink-3',
  },
} as const

const ORDER: readonly Treatment[] = ['refused', 'enforced', 'descriptive']
const SHOWN_MAX = 300

function Rows({ rows, treatment }: { readonly rows: readonly ImportRow[]; readonly treatment: Treatment }) {
  const { Icon, text, icon } = LOOK[treatment]
  return (
    <>
      <p className="pb-2 text-meta text-ink-3">{text}</p>
      <ul className="rounded-card border">
        {rows.slice(0, SHOWN_MAX).map((row) => (
          <li
            key={`${row.pointer} ${row.what}`}
            className="grid grid-cols-[16px_1fr] gap-x-3 border-t px-4 py-2.5 text-table first:border-t-0"
          >
            <Icon size={14} strokeWidth={2} aria-hidden className={cx('mt-[3px]', icon)} />
            <div className="min-w-0">
              <p className="break-words">
                <span className="font-medium">{row.what}</span> <span className="text-ink-2">{row.why}</span>
              </p>
              {row.pointer && <p className="font-mono text-meta break-all text-ink-3">{row.pointer}</p>}
            </div>
          </li>
        ))}
        {rows.length > SHOWN_MAX && (
          <li className="border-t px-4 py-2.5 text-table text-ink-3">and {rows.length - SHOWN_MAX} more of the kind</li>
        )}
      </ul>
    </>
  )
}

/** What an import would do, part by part, and what it would leave undone. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const present = ORDER.filter((treatment) => report.rows.some((row) => row.treatment === treatment))
  const [chosen, setChosen] = useState<Treatment | null>(null)
  const treatment = chosen !== null && present.includes(chosen) ? chosen : present[0]
  const problems = report.issues.filter((issue) => issue.severity === 'error' || issue.severity === 'security')
  const notes = report.issues.filter((issue) => !problems.includes(issue))
  return (
    <div className="grid gap-6">
      <PlanSummary plan={report.plan} names={new Map(report.apiId ? [[report.apiId, report.title]] : [])} />
      {problems.length > 0 && <IssueList title="Problems" issues={problems} error />}
      {treatment && (
        <section>
          <div className="pb-3">
            <Segmented
              label="What happens to the parts"
              value={treatment}
              onChange={setChosen}
              options={present.map((value) => ({
                value,
                label: (
                  <>
                    {LOOK[value].title}{' '}
                    <span className="num text-meta text-ink-3">{report.rows.filter((row) => row.treatment === value).length}</span>
                  </>
                ),
              }))}
            />
          </div>
          <Rows rows={report.rows.filter((row) => row.treatment === treatment)} treatment={treatment} />
        </section>
      )}
      {notes.length > 0 && <IssueList title="Worth knowing" issues={notes} />}
    </div>
  )
}

export function IssueList({
  title,
  issues,
  error,
}: {
  readonly title: string
  readonly issues: ImportReport['issues']
  readonly error?: boolean
}) {
  return (
    <section>
      <h3 className="pb-2 text-h2">
        {title} <span className="num font-normal text-ink-3">{issues.length}</span>
      </h3>
      <ul className={cx('rounded-card border', error && 'border-error-line bg-error-soft')}>
        {issues.slice(0, SHOWN_MAX).map((issue) => (
          <li
            key={`${issue.pointer} ${issue.message}`}
            className={cx('border-t px-4 py-2.5 text-table first:border-t-0', error && 'border-error-line')}
          >
            <p className="break-words">{issue.message}</p>
            <p className="font-mono text-meta break-all text-ink-3">
              {issue.pointer || '/'} <span className="font-sans">{issue.code}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
