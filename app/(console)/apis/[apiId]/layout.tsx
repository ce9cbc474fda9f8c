import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ApiShell } from '@/components/apis/api-shell.client'

export const metadata: Metadata = { title: 'API' }

export default async function ApiLayout({
  children,
  params,
}: {
  readonly children: ReactNode
  readonly params: Promise<{ apiId: string }>
}) {
  const { apiId } = await params
  return <ApiShell apiId={apiId}>{children}</ApiShell>
}
