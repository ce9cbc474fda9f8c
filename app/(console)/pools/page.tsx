import type { Metadata } from 'next'
import { PoolList } from '@/components/pools/pool-list.client'

export const metadata: Metadata = { title: 'User pools' }

export default function PoolsPage() {
  return <PoolList />
}
