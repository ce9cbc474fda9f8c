import type { Metadata } from 'next'
import { ApiPolicy } from '@/components/apis/api-policy.client'

export const metadata: Metadata = { title: 'Resource policy' }

export default async function PolicyPage({ params }: { readonly params: Promise<{ apiId: string }> }) {
  const { apiId } = await params
  return <ApiPolicy apiId={apiId} />
}
