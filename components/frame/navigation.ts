import {
  Building2,
  FlaskConical,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  ScrollText,
  Settings,
  SquareFunction,
  Users,
  Waypoints,
} from 'lucide-react'

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly icon: LucideIcon
}

export interface NavigationGroup {
  readonly label: string
  readonly items: readonly NavigationItem[]
}

/** The console's sections in the order of the rail. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'Gateway',
    items: [
      { href: '/', label: 'Overview', icon: LayoutDashboard },
      { href: '/apis', label: 'APIs', icon: Waypoints },
      { href: '/playground', label: 'Playground', icon: FlaskConical },
      { href: '/requests', label: 'Requests', icon: ScrollText },
      { href: '/tests', label: 'Tests', icon: ListChecks },
    ],
  },
  {
    label: 'Identity',
    items: [
      { href: '/accounts', label: 'Accounts', icon: Building2 },
      { href: '/pools', label: 'User pools', icon: Users },
      { href: '/authorizers', label: 'Authorizers', icon: SquareFunction },
    ],
  },
]

export const SETTINGS: NavigationItem = { href: '/settings', label: 'Settings', icon: Settings }

export const ALL_PAGES: readonly NavigationItem[] = [...NAVIGATION.flatMap((group) => group.items), SETTINGS]

/** True when `pathname` is the item's page or lies below it. */
export function isInside(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
}
