'use client'
import { FileText } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { errorText, isApiError } from '@/components/data/api-client'
import { type ImportInput, useImport } from '@/components/data/imports'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input, Textarea } from '@/components/ui/input.client'
import { Skeleton } from '@/components/ui/skeleton'
import { AccountField } from './account-field.client'
import { FileButton } from './file-button.client'
import { ImportDone } from './import-done.client'
import { ImportReportView, IssueList } from './import-report.client'
import { useAccountChoice } from './use-account-choice.client'

export interface ImportFile {
  readonly name: string
  readonly text: string
}

export interface ImportDrawerProps {
  /** A file that was dropped or chosen already; null to paste or choose here. */
  readonly initial: ImportFile | null
  /** The API whose definition is replaced; a new one otherwise. */
  readonly api?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** The account in ARNs while the workspace has none. */
const FIRST_ACCOUNT = '111122223333'

function FileLine({ file, onFile }: { readonly file: ImportFile; readonly onFile: (file: ImportFile) => void }) {
  return (
    <div className="flex items-center gap-3 rounded-card border px-4 py-2.5">
      <FileText size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="cut text-table font-medium">{file.name}</p>
        <p className="num text-meta text-ink-3">{file.text.length.toLocaleString('en')} characters</p>
      </div>
      <FileButton size="dense" onFile={onFile}>
        Other file
      </FileButton>
    </div>
  )
}

function TextStep({ onFile }: { readonly onFile: (file: ImportFile) => void }) {
  const [text, setText] = useState('')
  return (
    <div className="grid gap-4">
      <p className="text-table text-pretty text-ink-2">
        An OpenAPI document (JSON or YAML, with its x-amazon-apigateway parts), the output of{' '}
        <code className="font-mono text-code text-ink">aws iam get-account-authorization-details</code>, or a workspace file. You see what
        it would change before anything is saved.
      </p>
      <Field label="Text">
        <Textarea
          mono
          rows={14}
          spellCheck={false}
          placeholder={'{ "openapi": "3.0.1", "info": … }'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button
          variant="primary"
          disabledReason={text.trim() === '' ? 'Paste a text first.' : null}
          onClick={() => onFile({ name: 'Pasted text', text })}
        >
          Read it
        </Button>
        <FileButton onFile={onFile}>Choose file</FileButton>
      </div>
    </div>
  )
}

export function ImportDrawer({ initial, api, onClose }: ImportDrawerProps) {
  const [file, setFile] = useState(initial)
  const [account, setAccount] = useState('')
  const [region, setRegion] = useState('us-east-1')
  const { first, loaded } = useAccountChoice()
  const dryRun = useImport()
  const apply = useImport()
  const { mutate: check } = dryRun

  const inputFor = useCallback(
    (chosen: ImportFile): Omit<ImportInput, 'dryRun'> => ({
      text: chosen.text,
      ...(chosen.name !== 'Pasted text' && { fileName: chosen.name }),
      ...(api && { api: api.id }),
      account: account || first || FIRST_ACCOUNT,
      region,
    }),
    [account, first, region, api],
  )
  useEffect(() => {
    if (!file || !loaded || !/^\d{12}$/.test(account || first || FIRST_ACCOUNT)) return
    // The region is typed: wait until it rests.
    const timer = setTimeout(() => check({ ...inputFor(file), dryRun: true }), 250)
    return () => clearTimeout(timer)
  }, [file, loaded, account, first, inputFor, check])

  const report = dryRun.data
  const blocked =
    !report || report.issues.some((issue) => issue.severity === 'error') || report.rows.some((row) => row.treatment === 'refused')
  const nothing = report && report.plan.create.length + report.plan.update.length + report.plan.delete.length === 0
  const done = apply.data && apply.data.revision !== null ? apply.data : null
  return (
    <Drawer
      open
      onClose={onClose}
      width="record"
      title={done ? 'Imported' : api ? `Replace the definition of ${api.name}` : 'Import'}
      description={report && !done ? report.title : undefined}
      footer={
        done ? (
          <Button onClick={onClose}>Close</Button>
        ) : file ? (
          <>
            <Button
              variant="primary"
              pending={apply.isPending}
              disabledReason={
                dryRun.isPending
                  ? 'The document is being read.'
                  : blocked
                    ? 'The document has parts that cannot be enforced.'
                    : nothing
                      ? 'Nothing would change.'
                      : null
              }
              onClick={() => apply.mutate({ ...inputFor(file), dryRun: false })}
            >
              Apply
            </Button>
            <Button onClick={onClose}>Cancel</Button>
            <span className="ml-auto text-meta text-ink-3">All of it or nothing is saved.</span>
          </>
        ) : undefined
      }
    >
      <div className="grid gap-5 p-5">
        {done ? (
          <ImportDone report={done} />
        ) : file ? (
          <>
            <FileLine file={file} onFile={setFile} />
            {!api && (!report || report.kind === 'openapi') && (
              <div className="grid gap-4 sm:grid-cols-2">
                <AccountField value={account} onChange={setAccount} />
                <Field label="Region">
                  <Input mono value={region} onValueChange={setRegion} />
                </Field>
              </div>
            )}
            {[dryRun.error, apply.error].map(
              (error) =>
                error && (
                  <div key={errorText(error)} className="grid gap-4">
                    <Callout tone="error" title="This cannot be imported">
                      {errorText(error)}
                    </Callout>
                    {isApiError(error) && error.issues.length > 0 && <IssueList title="Problems" issues={error.issues} error />}
                  </div>
                ),
            )}
            {!report && !dryRun.error && (
              <div aria-busy="true" className="grid gap-3">
                <Skeleton className="h-16 w-full" />
                <Skeleton className="h-8 w-72" />
                <Skeleton className="h-40 w-full" />
              </div>
            )}
            {report && !dryRun.error && <ImportReportView report={report} />}
          </>
        ) : (
          <TextStep onFile={setFile} />
        )}
      </div>
    </Drawer>
  )
}
