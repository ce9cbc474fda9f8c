'use client'
import Link from 'next/link'
import { useApi } from '@/components/data/apis'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block.client'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ImportReport } from '@/lib/domain/console-api'
import { curlFor, invokeUrl } from './curl-for'

function LiveApi({ id }: { readonly id: string }) {
  const { data: api } = useApi(id)
  if (!api) return <Skeleton className="h-24 w-full" />
  const url = invokeUrl(api)
  const curl = curlFor(api)
  return (
    <div className="grid gap-4">
      {url && (
        <div className="grid gap-1.5">
          <p className="text-table font-medium">Invoke URL</p>
          <CodeBlock text={url} label="the invoke URL" />
        </div>
      )}
      {curl && (
        <div className="grid gap-1.5">
          <p className="text-table font-medium">Try it</p>
          <CodeBlock text={curl} label="the command" />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/apis/${api.id}`} variant="primary">
          Open {api.name}
        </LinkButton>
        <LinkButton href={`/playground?api=${encodeURIComponent(api.id)}`}>Try in playground</LinkButton>
      </div>
    </div>
  )
}

/** What stands after an import was applied. */
export function ImportDone({ report }: { readonly report: ImportReport }) {
  return (
    <div className="grid gap-5">
      <Callout title={report.apiId ? `${report.title} is live` : `${report.title} is saved`}>
        The gateway enforces it since r{report.revision}.{' '}
        {!report.apiId && (
          <Link href="/accounts" className="link rounded-mark">
            Look at the accounts
          </Link>
        )}
      </Callout>
      {report.apiId && <LiveApi id={report.apiId} />}
    </div>
  )
}
