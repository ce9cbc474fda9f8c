import { replaceWith } from '../finding/reporter'
import { type Element, type ElementContext, quote, readText } from './elements'

export function parseEffect(element: Element, context: ElementContext): 'Allow' | 'Deny' | null {
  const written = readText(element, 'Effect', context)
  if (written === null) return null
  if (written.value === 'Allow' || written.value === 'Deny') return written.value
  const right = ['Allow', 'Deny'].find((effect) => effect.toLowerCase() === written.value.trim().toLowerCase())
  const message = `The effect ${quote(written.value)} is not valid: use "Allow" or "Deny".`
  context.reporter.add('INVALID_EFFECT', written, message, right === undefined ? undefined : replaceWith(written.range, quote(right)))
  return null
}
