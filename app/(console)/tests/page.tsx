import type { Metadata } from 'next'
import { TestList } from '@/components/tests/test-list.client'

export const metadata: Metadata = { title: 'Tests' }

export default function TestsPage() {
  return <TestList />
}
