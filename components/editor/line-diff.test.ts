import { describe, expect, it } from 'vitest'
import { lineDiff, readUnifiedDiff } from './line-diff'

describe('line differences', () => {
  it('are empty for equal texts', () => {
    expect(lineDiff('a\nb', 'a\nb')).toEqual([])
  })

  it('show what went and what came, with three lines around', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].join('\n')
    const after = before.replace('5', 'five')
    expect(lineDiff(before, after).map((line) => line.mark + line.text)).toEqual([' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'])
  })

  it('are read from a unified diff without its file names', () => {
    expect(readUnifiedDiff('--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n').map((line) => line.mark)).toEqual(['@', '-', '+', ' '])
  })
})
