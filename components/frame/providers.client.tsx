'use client'
import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/data/query-provider.client'
import { SessionProvider } from '@/components/data/session.client'
import { ToastProvider } from '@/components/ui/toast.client'
import type { SessionView } from '@/lib/domain/console-api'

export function Providers({ session, children }: { readonly session: SessionView; readonly children: ReactNode }) {
  return (
    <SessionProvider session={session}>
      <QueryProvider>
        <ToastProvider>{children}</ToastProvider>
      </QueryProvider>
    </SessionProvider>
  )
}
