import type { Metadata } from 'next'
import { Workspace } from '@/components/settings/workspace.client'

export const metadata: Metadata = { title: 'Workspace' }

export default function WorkspacePage() {
  return <Workspace />
}
