/** One line of a diff: kept, come, gone, or the head of a hunk. */
export interface DiffLine {
  readonly mark: ' ' | '+' | '-' | '@'
  readonly text: string
}

/** Reads a unified diff; file headers are left out. */
export function readUnifiedDiff(diff: string): readonly DiffLine[] {
  return diff
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('--- ') && !line.startsWith('+++ ') && !line.startsWith('\\'))
    .map((line) => {
      const mark = line.charAt(0)
      if (mark === '+' || mark === '-') return { mark, text: line.slice(1) }
      return mark === '@' ? { mark, text: line } : { mark: ' ', text: line.slice(1) }
    })
}
