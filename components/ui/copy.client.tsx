'use client'
import { Check, Copy as CopyIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cx } from './cx'
import { IconButton } from './icon-button.client'
import { shortenMiddle } from './shorten-middle'
import { Tooltip } from './tooltip.client'

function useCopied(): [boolean, (text: string) => void] {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  return [copied, (text) => void navigator.clipboard.writeText(text).then(() => setCopied(true))]
}

/** An id, ARN or address: shortened in the middle, whole in the tooltip, copied by a click. */
export function Copy({ value, max = 36, className }: { readonly value: string; readonly max?: number; readonly className?: string }) {
  const [copied, copy] = useCopied()
  return (
    <Tooltip content={copied ? 'Copied' : value}>
      <button
        type="button"
        aria-label={`Copy ${value}`}
        onClick={(event) => {
          event.stopPropagation()
          copy(value)
        }}
        className={cx(
          'group inline-flex max-w-full items-center gap-1.5 rounded-mark font-mono text-meta text-ink-3 hover:text-ink',
          className,
        )}
      >
        <span className="cut">{shortenMiddle(value, max)}</span>
        {copied ? (
          <Check size={12} aria-hidden className="shrink-0" />
        ) : (
          <CopyIcon size={12} aria-hidden className="shrink-0 opacity-60 group-hover:opacity-100" />
        )}
      </button>
    </Tooltip>
  )
}

/** A button that copies a text that is shown elsewhere. */
export function CopyButton({
  text,
  label = 'Copy',
  size = 'dense',
}: {
  readonly text: string
  readonly label?: string
  readonly size?: 'default' | 'dense'
}) {
  const [copied, copy] = useCopied()
  return (
    <IconButton label={copied ? 'Copied' : label} size={size} onClick={() => copy(text)}>
      {copied ? <Check size={14} aria-hidden /> : <CopyIcon size={14} aria-hidden />}
    </IconButton>
  )
}
