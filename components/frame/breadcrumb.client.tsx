'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useApis } from '@/components/data/apis'
import { usePools } from '@/components/data/pools'
import { useSession } from '@/components/data/session.client'
import { ALL_PAGES, isInside } from './navigation'

interface Crumb {
  readonly label: string
  readonly href: string
}

const TAB_NAMES: ReadonlyMap<string, string> = new Map([
  ['authorizers', 'Authorizers'],
  ['stages', 'Stages'],
  ['policy', 'Resource policy'],
  ['definition', 'Definition'],
  ['history', 'History'],
  ['tokens', 'API tokens'],
  ['workspace', 'Workspace'],
])

/** Turns an address segment into what people call the object; ids become names where a list knows them. */
function useNames(): (section: string, segment: string) => string {
  const apis = useApis({ enabled: usePathname().startsWith('/apis/') })
  const pools = usePools({ enabled: usePathname().startsWith('/pools/') })
  return (section, segment) => {
    const text = decodeURIComponent(segment)
    if (section === '/apis') return apis.data?.find((item) => item.id === text)?.name ?? text
    if (section === '/pools') return pools.data?.find((item) => item.id === text)?.name ?? text
    return text.startsWith('arn:') || section === '/authorizers' ? (text.split('/').at(-1) ?? text) : text
  }
}

function useCrumbs(): readonly Crumb[] {
  const pathname = usePathname()
  const nameOf = useNames()
  const section = ALL_PAGES.find((page) => isInside(pathname, page.href))
  if (!section) return []
  const crumbs: Crumb[] = [{ label: section.label, href: section.href }]
  const [object, tab] =
    section.href === '/'
      ? []
      : pathname
          .slice(section.href.length + 1)
          .split('/')
          .filter(Boolean)
  if (object)
    crumbs.push({
      label: TAB_NAMES.get(section.href === '/settings' ? object : '') ?? nameOf(section.href, object),
      href: `${section.href}/${object}`,
    })
  const tabName = section.href === '/apis' ? TAB_NAMES.get(tab ?? '') : undefined
  if (tabName) crumbs.push({ label: tabName, href: pathname })
  return crumbs
}

export function Breadcrumb() {
  const { workspaceName } = useSession()
  const crumbs = useCrumbs()
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex items-center gap-2 text-ink-3">
        <li className="cut max-md:hidden">
          <Link href="/" className="rounded-mark hover:text-ink">
            {workspaceName}
          </Link>
        </li>
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.href}
            className={index === crumbs.length - 1 ? 'flex min-w-0 items-center gap-2' : 'flex items-center gap-2 max-sm:hidden'}
          >
            <span aria-hidden className={index === 0 ? 'max-md:hidden' : 'max-sm:hidden'}>
              /
            </span>
            {index === crumbs.length - 1 ? (
              <span aria-current="page" className="cut font-medium text-ink">
                {crumb.label}
              </span>
            ) : (
              <Link href={crumb.href} className="rounded-mark whitespace-nowrap hover:text-ink">
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
