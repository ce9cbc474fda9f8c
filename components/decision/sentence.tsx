import Link from 'next/link'
import type { Decision, SentencePart } from '@/lib/domain/decision'
import { cx } from '../ui/cx'
import { VERDICT_TEXT } from '../ui/verdict'
import { refHref } from './decision-links'
import { OUTCOME_LOOK } from './verdict-look'

export interface SentenceProps {
  readonly decision: Pick<Decision, 'outcome' | 'sentence' | 'sentenceParts'>
  /** `drawer` is the smaller form. */
  readonly size?: 'page' | 'drawer'
  readonly className?: string
}

const VERDICT = /^(Allowed|Denied|Depends|Refused|Failed)\b/

/** The answer before anything else: the verdict first and bold, the decisive names as links. */
export function Sentence({ decision, size = 'page', className }: SentenceProps) {
  const look = OUTCOME_LOOK[decision.outcome]
  const parts: readonly SentencePart[] = decision.sentenceParts.length > 0 ? decision.sentenceParts : [{ text: decision.sentence }]
  const [first, ...rest] = parts
  const verdict = first && !first.ref ? VERDICT.exec(first.text)?.[0] : undefined
  const tail = verdict && first ? [{ ...first, text: first.text.slice(verdict.length) }, ...rest] : parts
  return (
    <p
      className={cx(
        'text-pretty text-ink-2',
        size === 'page' ? 'max-w-[1100px] text-sentence' : 'text-[15px] leading-6 font-[450] tracking-[-0.01em]',
        className,
      )}
    >
      <b className={cx('font-semibold', VERDICT_TEXT[look.tone])}>{verdict ?? `${look.word}.`}</b>
      {verdict ? null : ' '}
      {tail.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no identity but their place
        <Part key={index} part={part} />
      ))}
    </p>
  )
}

function Part({ part }: { readonly part: SentencePart }) {
  const text = part.mono ? <code className="font-mono text-[0.88em] text-ink">{part.text}</code> : part.text
  const href = part.ref ? refHref(part.ref) : null
  if (!href) return text
  return (
    <Link
      href={href}
      className="font-medium text-accent-text underline decoration-[color-mix(in_srgb,currentColor_35%,transparent)] underline-offset-4 hover:decoration-current"
    >
      {text}
    </Link>
  )
}
