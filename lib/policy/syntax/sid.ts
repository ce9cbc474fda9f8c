import type { Text } from './document'
import { type Element, type ElementContext, readText } from './elements'

export function parseSid(element: Element, context: ElementContext): Text | null {
  const sid = readText(element, 'Sid', context)
  if (sid === null) return null
  if (sid.value === '') context.reporter.add('EMPTY_SID_VALUE', sid, 'The Sid is empty: name the statement or remove the Sid.')
  else if (!/^[A-Za-z0-9]*$/.test(sid.value)) {
    const clean = sid.value.replace(/[^A-Za-z0-9]/g, '')
    context.reporter.add('UNSUPPORTED_SID', sid, 'AWS allows letters and digits only in a Sid.', {
      title: `Replace with "${clean}"`,
      edits: [{ range: sid.range, text: JSON.stringify(clean) }],
    })
  }
  return sid
}
