import { replaceWith } from '../finding/reporter'
import type { JsonObject } from '../json/node'
import type { PolicyDocument, PolicyVersion } from './document'
import { type Element, type ElementContext, quote, readText } from './elements'

const CURRENT = '2012-10-17'
const VERSIONS: readonly PolicyVersion[] = ['2008-10-17', CURRENT]

/** The language version that counts: a missing Version is 2008-10-17. */
export function parseVersion(
  element: Element | null,
  root: JsonObject,
  context: ElementContext,
): Pick<PolicyDocument, 'version' | 'versionWritten'> {
  if (element === null) {
    reportMissing(root, context)
    return { version: '2008-10-17', versionWritten: null }
  }
  const written = readText(element, 'Version', context)
  const version = VERSIONS.find((known) => known === written?.value)
  if (written !== null && version === undefined) {
    const message = `${quote(written.value)} is no version of the policy language: use "2012-10-17".`
    context.reporter.add('INVALID_VERSION', written, message, replaceWith(written.range, quote(CURRENT)))
  }
  return { version: version ?? CURRENT, versionWritten: written }
}

function reportMissing(root: JsonObject, { kind, reporter }: ElementContext): void {
  const isMisspelt = root.members.some(({ key }) => key.value.toLowerCase() === 'version')
  if (kind === 'authorizer' || isMisspelt) return
  const at = root.range.start + 1
  const text = `\n  "Version": "2012-10-17"${root.members.length > 0 ? ',' : '\n'}`
  reporter.add(
    'MISSING_VERSION',
    { range: { start: root.range.start, end: at }, pointer: '' },
    'Without a Version the policy is read as of 2008-10-17, which has no policy variables.',
    { title: 'Add "Version": "2012-10-17"', edits: [{ range: { start: at, end: at }, text }] },
  )
}
