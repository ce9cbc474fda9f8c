'use client'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { FileButton } from '@/components/apis/file-button.client'
import type { ImportFile } from '@/components/apis/import-drawer.client'
import { errorText } from '@/components/data/api-client'
import { useRoleReason, useSession } from '@/components/data/session.client'
import { useExportWorkspace } from '@/components/data/workspace'
import { Button } from '@/components/ui/button.client'
import { CodeBlock } from '@/components/ui/code-block.client'
import { toast } from '@/components/ui/toast.client'
import { saveFile } from './save-file'
import { WorkspaceDrawer } from './workspace-drawer.client'

export function Workspace() {
  const { publicUrl } = useSession()
  const adminReason = useRoleReason('admin')
  const editReason = useRoleReason('editor')
  const exporting = useExportWorkspace()
  const [file, setFile] = useState<ImportFile | null>(null)
  const download = (secrets: boolean) =>
    exporting.mutate(
      { secrets },
      {
        onSuccess: (text) => saveFile(secrets ? 'workspace-with-secrets.yaml' : 'workspace.yaml', text, 'application/yaml'),
        onError: (error) => toast({ type: 'error', title: 'The workspace was not exported', description: errorText(error) }),
      },
    )
  return (
    <div className="grid max-w-220 gap-10 px-4 py-6 md:px-6">
      <section className="grid gap-3">
        <h2 className="text-h2">Export</h2>
        <p className="max-w-150 text-pretty text-ink-2">
          The whole configuration as one YAML document: accounts, pools, functions, APIs, tests. Keep it in git, review it, apply it
          elsewhere.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" pending={exporting.isPending && !exporting.variables.secrets} onClick={() => download(false)}>
            <Download size={16} strokeWidth={1.75} aria-hidden />
            Download workspace.yaml
          </Button>
          <Button disabledReason={adminReason} pending={exporting.isPending && exporting.variables.secrets} onClick={() => download(true)}>
            With secrets
          </Button>
        </div>
        <p className="text-meta text-ink-3">
          With secrets it restores passwords, keys and tokens; that export is written into the audit log.
        </p>
      </section>
      <section className="grid gap-3 border-t pt-8">
        <h2 className="text-h2">Apply</h2>
        <p className="max-w-150 text-pretty text-ink-2">
          Choose a workspace document. You see what it creates, changes and deletes before anything is saved; then all of it is saved, or
          nothing.
        </p>
        <FileButton onFile={setFile} disabledReason={editReason} className="justify-self-start">
          Choose file
        </FileButton>
      </section>
      <section className="grid gap-3 border-t pt-8">
        <h2 className="text-h2">From a script</h2>
        <CodeBlock text={`curl -H "Authorization: Bearer $GATEHOUSE_TOKEN" '${publicUrl}/api/v1/workspace'`} label="the command" />
        <CodeBlock
          text={`curl -X PATCH -H "Authorization: Bearer $GATEHOUSE_TOKEN" -H 'Content-Type: application/yaml' \\\n  --data-binary @workspace.yaml '${publicUrl}/api/v1/workspace?dryRun=true'`}
          label="the command"
        />
      </section>
      {file && <WorkspaceDrawer key={file.name + file.text.length} file={file} onClose={() => setFile(null)} />}
    </div>
  )
}
