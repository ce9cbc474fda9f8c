/** Line differences of two texts, and of a unified diff that came from elsewhere. */
export interface DiffLine {
  readonly mark: ' ' | '+' | '-' | '@'
  readonly text: string
}

const CONTEXT = 3

/** Returns the changed lines with three lines of context; empty when the texts are equal. Quadratic: for texts of some hundred lines. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const left = before.split('\n')
  const right = after.split('\n')
  const all = alignLines(left, right)
  return all.filter((line, index) => {
    if (line.mark !== ' ') return true
    return all.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((near) => near.mark !== ' ')
  })
}

function alignLines(left: readonly string[], right: readonly string[]): DiffLine[] {
  const width = right.length + 1
  const lengths = new Uint32Array((left.length + 1) * width)
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const down = lengths[(row + 1) * width + column] ?? 0
      const along = lengths[row * width + column + 1] ?? 0
      const diagonal = lengths[(row + 1) * width + column + 1] ?? 0
      lengths[row * width + column] = left[row] === right[column] ? diagonal + 1 : Math.max(down, along)
    }
  }
  return walk(left, right, lengths, width)
}

function walk(left: readonly string[], right: readonly string[], lengths: Uint32Array, width: number): DiffLine[] {
  const lines: DiffLine[] = []
  let row = 0
  let column = 0
  while (row < left.length || column < right.length) {
    const here = left[row]
    const there = right[column]
    if (here !== undefined && here === there) {
      lines.push({ mark: ' ', text: here })
      row += 1
      column += 1
    } else if (
      there === undefined ||
      (here !== undefined && (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      lines.push({ mark: '-', text: here ?? '' })
      row += 1
    } else {
      lines.push({ mark: '+', text: there })
      column += 1
    }
  }
  return lines
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
