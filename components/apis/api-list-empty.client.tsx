'use client'
import { ClipboardPaste, FileUp, Plus } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { FileButton } from './file-button.client'
import type { ImportFile } from './import-drawer.client'

export interface ApiListEmptyProps {
  readonly editReason: string | null
  readonly onImport: (file: ImportFile | null) => void
  readonly onCreate: () => void
}

export function ApiListEmpty({ editReason, onImport, onCreate }: ApiListEmptyProps) {
  return (
    <EmptyState
      tall
      title="No APIs yet"
      columns={[96, 104, 128, 200, 88]}
      ways={[
        {
          icon: <FileUp size={16} strokeWidth={1.75} />,
          title: 'Import OpenAPI',
          text: 'With its x-amazon-apigateway parts, as AWS exports it',
          action: (
            <FileButton onFile={onImport} disabledReason={editReason} className="w-full">
              Choose file
            </FileButton>
          ),
        },
        {
          icon: <Plus size={16} strokeWidth={1.75} />,
          title: 'Create an API',
          text: 'One route, one policy, callable in a minute',
          action: (
            <Button onClick={onCreate} disabledReason={editReason} className="w-full">
              Create API
            </Button>
          ),
        },
        {
          icon: <ClipboardPaste size={16} strokeWidth={1.75} />,
          title: 'Paste what you have',
          text: 'IAM account details, or a workspace file',
          action: (
            <Button onClick={() => onImport(null)} disabledReason={editReason} className="w-full">
              Paste text
            </Button>
          ),
        },
      ]}
      footer={
        <>
          <span>
            Filled example: <code className="font-mono">GATEHOUSE_SEED=demo</code>
          </span>
          <span>or drop a file anywhere on this page</span>
        </>
      }
    >
      An API is a set of routes and the rules on who may call them. There is none, so the gateway answers every call with 403, Forbidden.
    </EmptyState>
  )
}
