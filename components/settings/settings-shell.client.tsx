'use client'
import type { ReactNode } from 'react'
import { LinkTabs } from '@/components/ui/link-tabs.client'
import { PageHeader } from '@/components/ui/page-header'

const TABS = [
  { href: '/settings', label: 'Console users' },
  { href: '/settings/tokens', label: 'API tokens' },
  { href: '/settings/workspace', label: 'Workspace' },
] as const

export function SettingsShell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <PageHeader title="Settings" />
      <LinkTabs label="Settings" items={TABS} className="shrink-0 px-4 md:px-6" />
      {children}
    </>
  )
}
