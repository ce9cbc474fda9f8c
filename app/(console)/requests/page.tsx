import type { Metadata } from 'next'
import { RequestList } from '@/components/requests/request-list.client'

export const metadata: Metadata = { title: 'Requests' }

export default function RequestsPage() {
  return <RequestList openId={null} />
}
