'use client'
import { KeyRound, LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useSession } from '@/components/data/session.client'
import { Menu } from '@/components/ui/menu.client'

function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean)
  return (words.length > 1 ? `${words[0]?.[0]}${words[1]?.[0]}` : (words[0] ?? '?').slice(0, 2)).toUpperCase()
}

export function UserMenu({ onSetPassword }: { readonly onSetPassword: () => void }) {
  const { user } = useSession()
  return (
    <Menu
      header={
        <div className="min-w-0">
          <p className="cut text-table font-medium">{user.name}</p>
          <p className="cut text-meta text-ink-3">
            {user.email}, {user.role}
          </p>
        </div>
      }
      trigger={
        <button type="button" className="size-6 shrink-0 rounded-full bg-ink text-center text-[10px] leading-6 font-semibold text-canvas">
          <span aria-hidden>{initialsOf(user.name)}</span>
          <span className="sr-only">Your account, {user.name}</span>
        </button>
      }
      items={[
        { label: user.hasPassword ? 'Change password' : 'Set password', icon: <KeyRound size={14} aria-hidden />, onSelect: onSetPassword },
        {
          label: 'Sign out',
          icon: <LogOut size={14} aria-hidden />,
          separated: true,
          onSelect: () => void signOut({ callbackUrl: '/sign-in' }),
        },
      ]}
    />
  )
}
