import type { Metadata } from 'next'
import { ConsoleUsers } from '@/components/settings/console-users.client'

export const metadata: Metadata = { title: 'Console users' }

export default function UsersPage() {
  return <ConsoleUsers />
}
