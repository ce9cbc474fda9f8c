import type { Metadata } from 'next'
import { PoolPage } from '@/components/pools/pool-page.client'

export const metadata: Metadata = { title: 'User pool' }

export default async function OnePoolPage({ params }: { readonly params: Promise<{ readonly poolId: string }> }) {
  return <PoolPage poolId={decodeURIComponent((await params).poolId)} />
}
