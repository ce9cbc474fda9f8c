'use client'
import { PanelLeft } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button.client'
import { Logo } from '@/components/ui/logo'
import { Tooltip } from '@/components/ui/tooltip.client'
import { isInside, NAVIGATION, type NavigationItem, SETTINGS } from './navigation'

interface RailProps {
  readonly mini: boolean
  /** Absent where the rail lies in a drawer. */
  readonly onToggle?: () => void
  readonly onNavigate?: () => void
}

function RailLink({ item, mini, onNavigate }: { readonly item: NavigationItem; readonly mini: boolean; readonly onNavigate?: () => void }) {
  const pathname = usePathname()
  const Icon = item.icon
  const link = (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={isInside(pathname, item.href) ? 'page' : undefined}
      className={cx(
        'group flex h-8 items-center gap-3 rounded-control px-2 font-[450] text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:text-ink',
        mini && 'w-8',
      )}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-3 group-aria-[current=page]:text-ink" />
      <span className={cx(mini && 'sr-only')}>{item.label}</span>
    </Link>
  )
  return mini ? (
    <Tooltip content={item.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}

/** The sections of the console, 240 px wide or as icons. */
export function Rail({ mini, onToggle, onNavigate }: RailProps) {
  return (
    <nav aria-label="Sections" className={cx('flex h-full flex-col overflow-y-auto px-3 pb-3', mini && 'items-center')}>
      <div className="flex h-12 shrink-0 items-center justify-between self-stretch">
        <Link
          href="/"
          onClick={onNavigate}
          className={cx('flex items-center gap-3 rounded-control font-semibold tracking-[-0.01em]', mini ? 'mx-auto' : 'px-2')}
        >
          <Logo />
          <span className={cx(mini && 'sr-only')}>Gatehouse</span>
        </Link>
        {!mini && onToggle && (
          <IconButton label="Collapse the rail" size="dense" onClick={onToggle}>
            <PanelLeft size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
      {NAVIGATION.map((group, index) => (
        <div key={group.label} className="contents">
          {mini ? (
            <div aria-hidden className={cx('w-6 shrink-0', index === 0 ? 'my-1' : 'my-3 border-t')} />
          ) : (
            <p className={cx('px-2 pb-2 text-meta font-medium text-ink-3', index === 0 ? 'pt-3' : 'pt-5')}>{group.label}</p>
          )}
          <ul aria-label={group.label} className={cx(mini && 'grid gap-1')}>
            {group.items.map((item) => (
              <li key={item.href}>
                <RailLink item={item} mini={mini} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className={cx('mt-auto grid gap-1 pt-4', !mini && 'self-stretch')}>
        <RailLink item={SETTINGS} mini={mini} onNavigate={onNavigate} />
        {mini && onToggle && (
          <IconButton label="Expand the rail" onClick={onToggle}>
            <PanelLeft size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
    </nav>
  )
}
