'use client'
import { useEffect, useState } from 'react'
import { formatAgo } from './format-ago'

/** A time as people say it; the exact one in the title. Renewed every 15 s, or each second while young. */
export function TimeAgo({ at, className }: { readonly at: string; readonly className?: string }) {
  const then = Date.parse(at)
  const [nowMs, setNowMs] = useState(() => Date.now())
  const young = nowMs - then < 60_000
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), young ? 1000 : 15_000)
    return () => clearInterval(timer)
  }, [young])
  return (
    <time dateTime={at} title={new Date(then).toLocaleString()} className={className} suppressHydrationWarning>
      {formatAgo(nowMs - then)}
    </time>
  )
}
