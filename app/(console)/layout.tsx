import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requireSession } from '@/app/_lib/session'
import { Frame } from '@/components/frame/frame.client'
import { Providers } from '@/components/frame/providers.client'
import { RAIL_COOKIE } from '@/components/frame/rail-cookie'
import { readTheme, THEME_COOKIE } from '@/components/frame/theme'

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const session = await requireSession()
  const jar = await cookies()
  return (
    <Providers session={session}>
      <Frame theme={readTheme(jar.get(THEME_COOKIE)?.value)} railMini={jar.get(RAIL_COOKIE)?.value === 'mini'}>
        {children}
      </Frame>
    </Providers>
  )
}
