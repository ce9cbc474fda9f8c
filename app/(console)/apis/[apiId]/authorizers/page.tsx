import type { Metadata } from 'next'
import { AuthorizerTable } from '@/components/apis/authorizer-table.client'

export const metadata: Metadata = { title: 'Authorizers' }

export default async function AuthorizersPage({ params }: { readonly params: Promise<{ apiId: string }> }) {
  const { apiId } = await params
  return <AuthorizerTable apiId={apiId} />
}
