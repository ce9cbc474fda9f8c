'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Role, SessionView } from '@/lib/domain/console-api'

const SessionContext = createContext<SessionView | null>(null)

export function SessionProvider({ session, children }: { readonly session: SessionView; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in and where this console stands. Only inside the console's layout. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionProvider')
  return session
}

const RANK: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, admin: 2 }

/** Null when the role suffices, else the sentence for `disabledReason` of a Button. */
export function useRoleReason(needed: 'editor' | 'admin'): string | null {
  const { user } = useSession()
  if (RANK[user.role] >= RANK[needed]) return null
  return needed === 'admin'
    ? `Only an admin can do this; your role is ${user.role}.`
    : 'Your role is viewer: you can look at everything and change nothing.'
}

/** Null when the user may change the configuration, else why not. */
export function useEditReason(): string | null {
  return useRoleReason('editor')
}
