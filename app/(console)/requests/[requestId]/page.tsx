import type { Metadata } from 'next'
import { RequestList } from '@/components/requests/request-list.client'

export const metadata: Metadata = { title: 'Request' }

export default async function RequestPage({ params }: { readonly params: Promise<{ readonly requestId: string }> }) {
  const { requestId } = await params
  return <RequestList openId={decodeURIComponent(requestId)} />
}
