import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportReport } from '@/lib/domain/console-api'
import { api } from './api-client'

export interface ImportInput {
  readonly text: string
  readonly fileName?: string
  /** Replaces this API; a new one otherwise. */
  readonly api?: string
  readonly account: string
  readonly region: string
  readonly dryRun: boolean
}

/** Reads an OpenAPI document, IAM account details or a workspace; with `dryRun` only the report is made. */
export function useImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ImportInput) => api<ImportReport>('/imports', { method: 'POST', body }),
    onSuccess: async (report) => {
      if (report.revision !== null) await client.invalidateQueries()
    },
  })
}
