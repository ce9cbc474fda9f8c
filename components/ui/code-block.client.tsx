'use client'
import { CopyButton } from './copy.client'
import { cx } from './cx'

/** Text to read and copy, e.g. a curl command. */
export function CodeBlock({ text, label, className }: { readonly text: string; readonly label: string; readonly className?: string }) {
  return (
    <div className={cx('relative rounded-card border bg-sunken', className)}>
      <pre className="overflow-x-auto p-3 pr-11 font-mono text-code break-words whitespace-pre-wrap">{text}</pre>
      <span className="absolute top-1.5 right-1.5">
        <CopyButton text={text} label={`Copy ${label}`} />
      </span>
    </div>
  )
}
