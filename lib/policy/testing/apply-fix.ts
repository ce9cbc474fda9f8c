import type { Finding } from '../index'

/** The text with a finding's fix applied. */
export function applyFix(text: string, { fix }: Finding): string {
  const edits = (fix?.edits ?? []).toSorted((left, right) => right.range.start - left.range.start)
  return edits.reduce((result, { range, text: replacement }) => result.slice(0, range.start) + replacement + result.slice(range.end), text)
}
