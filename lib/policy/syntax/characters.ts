import type { Reporter } from '../finding/reporter'

/** Reports the first character that AWS does not take in a policy. Source: IAM user guide, reference_iam-quotas. */
export function checkCharacters(text: string, reporter: Reporter): void {
  const found = /[^\t\n\r\u0020-\u00ff]/u.exec(text)
  if (found === null) return
  const range = { start: found.index, end: found.index + found[0].length }
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  reporter.add('UNSUPPORTED_CHARACTER', { range, pointer: '' }, `AWS allows characters up to U+00FF in a policy; this is U+${code}.`)
}
