import type { Metadata } from 'next'
import { FunctionList } from '@/components/authorizers/function-list.client'

export const metadata: Metadata = { title: 'Authorizers' }

export default function AuthorizersPage() {
  return <FunctionList />
}
