import type { ReactNode } from 'react'
import { SettingsShell } from '@/components/settings/settings-shell.client'

export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return <SettingsShell>{children}</SettingsShell>
}
