'use client'
import { ChevronDown, ChevronUp, CircleAlert, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { ApiFacts, Finding, PolicyKind, TextRange } from '@/lib/policy'
import { cx } from '../ui/cx'
import { CodeEditor, type EditorHandle } from './code-editor.client'
import { fixEdits, POLICY_LANGUAGE, rangeOf, showFindings } from './policy-language'
import { ProblemsPanel } from './problems-panel'
import { SizeMeter } from './size-meter'
import { statementRange } from './statement-range'
import { usePolicyFindings } from './use-policy-findings'

export interface PolicyPaneProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly kind: PolicyKind
  readonly api?: ApiFacts
  readonly readOnly?: boolean
  readonly readOnlyReason?: string
  readonly onSave?: () => void
  readonly onRun?: () => void
  /** Told after each check; `text` is what was checked. */
  readonly onChecked?: (text: string, findings: readonly Finding[]) => void
  /** Sid, or 0-based place, of the statement to select once the editor stands. */
  readonly sid?: string
  readonly problemsOpen?: boolean
  readonly className?: string
}

/** A policy's text with its live findings: markers, quick fixes, the list of problems, the size. Fills its box. */
export function PolicyPane(props: PolicyPaneProps) {
  const { label, text, kind, api, readOnly, onChecked, sid } = props
  const [handle, setHandle] = useState<EditorHandle | null>(null)
  const [open, setOpen] = useState(props.problemsOpen ?? true)
  const checked = usePolicyFindings(text, kind, api)

  useEffect(() => {
    if (handle && checked.text === handle.model.getValue()) showFindings(handle.monaco, handle.model, checked.findings)
    if (checked.text !== null) onChecked?.(checked.text, checked.findings)
  }, [handle, checked, onChecked])

  useEffect(() => {
    if (!handle) return
    const range = sid === undefined ? null : statementRange(handle.model.getValue(), sid)
    if (range) go(handle, range)
  }, [handle, sid])

  const goTo = useCallback((finding: Finding) => handle && go(handle, finding.range), [handle])
  const fix = useCallback(
    (finding: Finding) => {
      if (!handle || !finding.fix) return
      handle.editor.executeEdits('quick fix', fixEdits(handle.model, finding.fix))
      handle.editor.focus()
    },
    [handle],
  )

  return (
    <div className={cx('grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)_auto_auto]', props.className ?? 'h-full')}>
      <CodeEditor
        label={label}
        value={text}
        language={POLICY_LANGUAGE}
        onChange={props.onText}
        readOnly={readOnly}
        readOnlyReason={props.readOnlyReason}
        onSave={props.onSave}
        onRun={props.onRun}
        onHandle={setHandle}
      />
      {open && (
        <ProblemsPanel
          findings={checked.findings}
          checked={checked.text !== null}
          lineOf={(offset) => lineAt(text, offset)}
          onGo={goTo}
          onFix={readOnly ? undefined : fix}
          className="h-36 border-t bg-surface"
        />
      )}
      <div className="flex h-8 items-center gap-4 border-t px-4 text-meta text-ink-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex items-center gap-3 rounded-mark font-medium hover:text-ink"
        >
          <Counts findings={checked.findings} />
          <span className="sr-only">. {open ? 'Hide' : 'Show'} the list</span>
          {open ? <ChevronDown size={12} aria-hidden /> : <ChevronUp size={12} aria-hidden />}
        </button>
        <span className="ml-auto">
          <SizeMeter text={text} kind={kind} />
        </span>
      </div>
    </div>
  )
}

function Counts({ findings }: { readonly findings: readonly Finding[] }) {
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const warnings = findings.filter((finding) => finding.severity === 'security' || finding.severity === 'warning').length
  const notes = findings.length - errors - warnings
  if (findings.length === 0) return <span>No problems</span>
  return (
    <>
      {errors > 0 && (
        <span className="flex items-center gap-1 text-error">
          <CircleAlert size={12} aria-hidden />
          {errors} {errors === 1 ? 'error' : 'errors'}
        </span>
      )}
      {warnings > 0 && (
        <span className="flex items-center gap-1 text-warning">
          <TriangleAlert size={12} aria-hidden />
          {warnings} {warnings === 1 ? 'warning' : 'warnings'}
        </span>
      )}
      {notes > 0 && (
        <span>
          {notes} {notes === 1 ? 'suggestion' : 'suggestions'}
        </span>
      )}
    </>
  )
}

function go(handle: EditorHandle, range: TextRange): void {
  const target = rangeOf(handle.model, range)
  handle.editor.setSelection(target)
  handle.editor.revealRangeInCenterIfOutsideViewport(target)
  handle.editor.focus()
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index >= 0 && index < offset; index = text.indexOf('\n', index + 1)) line += 1
  return line
}
