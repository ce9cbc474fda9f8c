'use client'
import { FlaskConical, Plus, Trash2 } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { PrincipalDetail } from '@/lib/domain/console-api'
import { errorText, isApiError } from '../data/api-client'
import { usePrincipal } from '../data/principal'
import { useEditReason } from '../data/session.client'
import { principalHref } from '../decision/decision-links'
import { HistoryList } from '../history/history-list.client'
import { EMPTY_REQUEST, writeRequest } from '../playground/request-state'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { Copy } from '../ui/copy.client'
import { IconButton } from '../ui/icon-button.client'
import { LinkButton } from '../ui/link-button'
import { PageHeader } from '../ui/page-header'
import { CreateInlinePolicyDrawer } from './create-inline-policy-drawer.client'
import { DeletePrincipalDialog } from './delete-principal-dialog.client'
import { DetailSkeleton } from './detail-skeleton'
import { InlinePolicyEditor } from './inline-policy-editor.client'
import { PrincipalOverview } from './principal-overview.client'
import { SideList, type SideSection } from './side-list'
import { TrustPolicyEditor } from './trust-policy-editor.client'

const HISTORY_KIND = { user: 'iamUser', group: 'iamGroup', role: 'iamRole' } as const

/** One user, group or role: what it may do, and everything that is attached to it. */
export function PrincipalPage({ arn }: { readonly arn: string }) {
  const principal = usePrincipal(arn)
  if (principal.isPending) return <DetailSkeleton />
  if (principal.isError) {
    const gone = isApiError(principal.error) && principal.error.status === 404
    return (
      <Callout tone="error" className="m-6" title={gone ? 'There is no such principal.' : 'The principal could not be read.'}>
        {gone ? `The workspace has no ${arn}.` : errorText(principal.error)}
      </Callout>
    )
  }
  return <Loaded principal={principal.data} />
}

function Loaded({ principal }: { readonly principal: PrincipalDetail }) {
  const router = useRouter()
  const query = useSearchParams()
  const editReason = useEditReason()
  const [dialog, setDialog] = useState<'delete' | 'policy' | null>(null)
  const inline = principal.inlinePolicies.find((policy) => policy.name === query.get('policy'))
  const view = inline ? `policy=${inline.name}` : (query.get('view') ?? 'overview')
  const base = principalHref(principal.arn)

  return (
    <div className="flex min-h-full flex-col md:h-full">
      <PageHeader
        title={principal.name}
        badge={<Badge>{principal.type}</Badge>}
        meta={<Copy value={principal.arn} max={80} />}
        actions={
          <>
            {principal.type !== 'group' && (
              <LinkButton href={tryHref(principal)}>
                <FlaskConical size={14} aria-hidden />
                Try in playground
              </LinkButton>
            )}
            <IconButton
              label={`Delete ${principal.name}`}
              variant="secondary"
              disabledReason={editReason}
              onClick={() => setDialog('delete')}
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </>
        }
      />
      <div className="grid min-h-0 flex-1 border-t md:grid-cols-[248px_minmax(0,1fr)]">
        <SideList
          label={`Parts of ${principal.name}`}
          current={view}
          sections={sections(principal, base)}
          footer={
            <Button size="dense" variant="quiet" disabledReason={editReason} onClick={() => setDialog('policy')}>
              <Plus size={14} aria-hidden />
              Add inline policy
            </Button>
          }
        />
        <div className="flex min-h-140 min-w-0 flex-col md:min-h-0 md:overflow-y-auto">
          {inline ? (
            <InlinePolicyEditor key={inline.name} principal={principal} policy={inline} sid={query.get('sid') ?? undefined} />
          ) : view === 'trust' && principal.trustPolicy !== null ? (
            <TrustPolicyEditor principal={principal} trustPolicy={principal.trustPolicy} />
          ) : view === 'history' ? (
            <HistoryList kind={HISTORY_KIND[principal.type]} objectKey={principal.arn} />
          ) : (
            <PrincipalOverview principal={principal} />
          )}
        </div>
      </div>
      {dialog === 'delete' && <DeletePrincipalDialog principal={principal} onClose={() => setDialog(null)} />}
      {dialog === 'policy' && (
        <CreateInlinePolicyDrawer
          principal={principal}
          onClose={() => setDialog(null)}
          onCreated={(name) => router.push(`${base}?policy=${encodeURIComponent(name)}`)}
        />
      )}
    </div>
  )
}

function sections(principal: PrincipalDetail, base: string): readonly SideSection[] {
  return [
    {
      label: 'Principal',
      items: [
        { key: 'overview', href: base, label: 'Overview' },
        ...(principal.trustPolicy === null ? [] : [{ key: 'trust', href: `${base}?view=trust`, label: 'Trust policy' }]),
        { key: 'history', href: `${base}?view=history`, label: 'History' },
      ],
    },
    {
      label: 'Inline policies',
      empty: 'none',
      items: principal.inlinePolicies.map((policy) => ({
        key: `policy=${policy.name}`,
        href: `${base}?policy=${encodeURIComponent(policy.name)}`,
        label: policy.name,
      })),
    },
    {
      label: 'Attached policies',
      empty: 'none',
      items: principal.attachedPolicyArns.map((arn) => ({
        key: arn,
        href: principalHref(arn),
        label: arn.split('/').at(-1) ?? arn,
        hint: 'managed',
      })),
    },
    ...(principal.permissionsBoundaryArn
      ? [
          {
            label: 'Permissions boundary',
            items: [
              {
                key: 'boundary',
                href: principalHref(principal.permissionsBoundaryArn),
                label: principal.permissionsBoundaryArn.split('/').at(-1) ?? '',
                hint: 'managed',
              },
            ],
          },
        ]
      : []),
  ]
}

function tryHref(principal: PrincipalDetail): string {
  const session = principal.type === 'role' ? { session: { name: 'playground' } } : {}
  const request = writeRequest({ ...EMPTY_REQUEST, caller: { type: 'iam', arn: principal.arn, ...session } })
  request.delete('api')
  request.delete('stage')
  return `/playground?${request}`
}
