'use client'
import { Check, SunMoon } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu } from '@/components/ui/menu.client'
import { setPreferenceCookie } from './preference-cookie'
import { THEME_COOKIE, type Theme } from './theme'

const THEMES: readonly (readonly [Theme, string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

export function applyTheme(theme: Theme): void {
  setPreferenceCookie(THEME_COOKIE, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function ThemeMenu({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  return (
    <Menu
      trigger={
        <IconButton label="Theme">
          <SunMoon size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      }
      items={THEMES.map(([value, label]) => ({
        label,
        hint: theme === value ? <Check size={14} aria-label="chosen" /> : undefined,
        onSelect: () => {
          applyTheme(value)
          setTheme(value)
        },
      }))}
    />
  )
}
