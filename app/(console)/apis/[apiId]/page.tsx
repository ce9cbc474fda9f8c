import type { Metadata } from 'next'
import { RouteTable } from '@/components/apis/route-table.client'

export const metadata: Metadata = { title: 'Routes' }

export default async function RoutesPage({ params }: { readonly params: Promise<{ apiId: string }> }) {
  const { apiId } = await params
  return <RouteTable apiId={apiId} />
}
