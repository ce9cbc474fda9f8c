import type { Metadata } from 'next'
import { StageList } from '@/components/apis/stage-list.client'

export const metadata: Metadata = { title: 'Stages' }

export default async function StagesPage({ params }: { readonly params: Promise<{ apiId: string }> }) {
  const { apiId } = await params
  return <StageList apiId={apiId} />
}
