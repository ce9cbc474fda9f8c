import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WorkspaceWriteResult } from '@/lib/domain/console-api'
import { apiSendText, apiText } from './api-client'

export interface WorkspaceWrite {
  readonly text: string
  readonly mode: 'merge' | 'replace'
  readonly dryRun: boolean
}

function contentTypeOf(text: string): string {
  return text.trimStart().startsWith('{') ? 'application/json' : 'application/yaml'
}

/** Lays a workspace document over what is stored (`merge`) or makes the configuration equal to it (`replace`). */
export function useWriteWorkspace() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ text, mode, dryRun }: WorkspaceWrite) =>
      apiSendText<WorkspaceWriteResult>(`/workspace${dryRun ? '?dryRun=true' : ''}`, text, contentTypeOf(text), {
        method: mode === 'merge' ? 'PATCH' : 'PUT',
      }),
    onSuccess: async (_result, { dryRun }) => {
      if (!dryRun) await client.invalidateQueries()
    },
  })
}

export function useExportWorkspace() {
  return useMutation({
    mutationFn: ({ secrets }: { readonly secrets: boolean }) => apiText(`/workspace?format=yaml${secrets ? '&secrets=true' : ''}`),
  })
}
