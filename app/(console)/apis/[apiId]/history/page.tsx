import type { Metadata } from 'next'
import { HistoryList } from '@/components/history/history-list.client'

export const metadata: Metadata = { title: 'History' }

export default async function HistoryPage({ params }: { readonly params: Promise<{ apiId: string }> }) {
  const { apiId } = await params
  return <HistoryList kind="api" objectKey={apiId} />
}
