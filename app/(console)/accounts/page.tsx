import type { Metadata } from 'next'
import { AccountList } from '@/components/identity/account-list.client'

export const metadata: Metadata = { title: 'Accounts' }

export default function AccountsPage() {
  return <AccountList />
}
