'use client'
import { ArrowRight, FlaskConical, Plus, SquareFunction } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useApis } from '@/components/data/apis'
import { useFunctions } from '@/components/data/functions'
import { usePools } from '@/components/data/pools'
import { usePrincipals } from '@/components/data/principals'
import { useRequests } from '@/components/data/requests'
import { useSession } from '@/components/data/session.client'
import { useStatus } from '@/components/data/status'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { LatestDenials } from './latest-denials.client'
import { LiveApis } from './live-apis.client'

function Count({
  href,
  label,
  value,
  detail,
}: {
  readonly href: string
  readonly label: string
  readonly value: number | undefined
  readonly detail: ReactNode
}) {
  return (
    <Link href={href} className="group bg-surface px-5 py-4 -outline-offset-2 hover:bg-hover">
      <span className="block text-meta text-ink-3">{label}</span>
      <span className="num block pt-1 text-[24px] leading-8 font-semibold tracking-[-0.02em]">
        {value ?? <Skeleton className="my-1.5 h-5 w-10" />}
      </span>
      <span className="cut block h-4.5 pt-0.5 text-meta text-ink-3">
        {value === undefined ? <Skeleton className="mt-1 w-24" /> : detail}
      </span>
    </Link>
  )
}

function count(number: number | undefined, one: string): string {
  return `${number ?? 0} ${one}${number === 1 ? '' : 's'}`
}

function Counts() {
  const { data: apis } = useApis()
  const { data: accounts } = usePrincipals()
  const { data: pools } = usePools()
  const { data: functions } = useFunctions()
  const routes = apis?.reduce((sum, api) => sum + api.routeCount, 0)
  const open = apis?.reduce((sum, api) => sum + api.authCounts.NONE, 0) ?? 0
  const principals = accounts?.reduce((sum, account) => sum + account.users.length + account.roles.length, 0)
  const people = pools?.reduce((sum, pool) => sum + pool.userCount, 0) ?? 0
  return (
    <div className="mx-4 grid shrink-0 grid-cols-2 gap-px overflow-hidden rounded-card border bg-hairline md:mx-6 lg:grid-cols-4">
      <Count href="/apis" label="Routes" value={routes} detail={`in ${count(apis?.length, 'API')}, ${open} without authorization`} />
      <Count href="/accounts" label="Users and roles" value={principals} detail={`in ${count(accounts?.length, 'account')}`} />
      <Count href="/pools" label="User pools" value={pools?.length} detail={count(people, 'user')} />
      <Count
        href="/authorizers"
        label="Authorizer functions"
        value={functions?.length}
        detail={`${functions?.filter((item) => item.usedBy.length > 0).length ?? 0} in use`}
      />
    </div>
  )
}

function Way({
  href,
  icon,
  title,
  text,
}: {
  readonly href: string
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
}) {
  return (
    <li>
      <Link href={href} className="group flex items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-hover">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-card bg-hover text-ink-2 group-hover:bg-selected">
          {icon}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{title}</span>
          <span className="block text-meta text-ink-3">{text}</span>
        </span>
        <ArrowRight size={14} aria-hidden className="text-ink-3" />
      </Link>
    </li>
  )
}

function Ways() {
  return (
    <section>
      <h2 className="pb-2 text-h2 leading-8">Where to go</h2>
      <ul className="overflow-hidden rounded-card border [&>li+li]:border-t">
        <Way
          href="/playground"
          icon={<FlaskConical size={16} strokeWidth={1.75} />}
          title="Ask why"
          text="Any caller, any route, any address: the answer and its reason"
        />
        <Way
          href="/authorizers"
          icon={<SquareFunction size={16} strokeWidth={1.75} />}
          title="Write an authorizer"
          text="A function that decides, with test events beside it"
        />
        <Way
          href="/apis"
          icon={<Plus size={16} strokeWidth={1.75} />}
          title="Bring an API"
          text="Drop an OpenAPI document, or make one here"
        />
      </ul>
    </section>
  )
}

/** What is enforced now, what was refused lately, and where to go from here. */
export function Overview() {
  const { workspaceName } = useSession()
  const { data: status } = useStatus()
  const { data: requests } = useRequests({ limit: '200' }, 10_000)
  const denied = requests?.filter((request) => request.outcome === 'deny').length
  return (
    <>
      <PageHeader
        title={workspaceName}
        meta={
          status ? (
            <span className="num">
              The gateway enforces revision {status.enforcedRevision}
              {requests && requests.length > 0 && `; it refused ${denied} of the latest ${requests.length} requests`}.
            </span>
          ) : (
            <Skeleton className="my-0.5 w-80" />
          )
        }
        actions={
          <LinkButton href="/playground" variant="primary">
            <FlaskConical size={16} strokeWidth={1.75} aria-hidden />
            Open playground
          </LinkButton>
        }
      />
      <Counts />
      <div className="grid items-start gap-8 px-4 py-8 md:px-6 xl:grid-cols-[1.4fr_1fr]">
        <LatestDenials requests={requests} />
        <div className="grid gap-8">
          <LiveApis />
          <Ways />
        </div>
      </div>
    </>
  )
}
