import type { Metadata } from 'next'
import { ApiList } from '@/components/apis/api-list.client'

export const metadata: Metadata = { title: 'APIs' }

export default function ApisPage() {
  return <ApiList />
}
