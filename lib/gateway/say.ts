import type { SentencePart } from '../domain/decision'

type Bit = string | SentencePart | readonly SentencePart[]

/** A sentence from a template: strings become text, parts stay parts, neighbours of plain text are joined. */
export function say(strings: TemplateStringsArray, ...bits: Bit[]): SentencePart[] {
  const parts: SentencePart[] = []
  for (const [index, text] of strings.entries()) {
    push(parts, { text })
    const bit = bits[index]
    if (bit === undefined) continue
    if (typeof bit === 'string') push(parts, { text: bit })
    else if ('text' in bit) push(parts, bit)
    else for (const part of bit) push(parts, part)
  }
  return parts
}

function push(parts: SentencePart[], part: SentencePart): void {
  if (part.text === '') return
  const last = parts[parts.length - 1]
  if (last && isPlain(last) && isPlain(part)) parts[parts.length - 1] = { text: last.text + part.text }
  else parts.push(part)
}

function isPlain(part: SentencePart): boolean {
  return !part.mono && !part.ref
}

export function mono(text: string): SentencePart {
  return { text, mono: true }
}

export function textOf(parts: readonly SentencePart[]): string {
  let text = ''
  for (const part of parts) text += part.text
  return text
}
