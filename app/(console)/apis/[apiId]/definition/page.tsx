import type { Metadata } from 'next'
import { ApiDefinition } from '@/components/apis/api-definition.client'

export const metadata: Metadata = { title: 'Definition' }

export default async function DefinitionPage({ params }: { readonly params: Promise<{ apiId: string }> }) {
  const { apiId } = await params
  return <ApiDefinition apiId={apiId} />
}
