import { describe, expect, it } from 'vitest'
import { readUnifiedDiff } from './line-diff'

describe('lines of a diff', () => {
  it('are read from a unified diff without its file names', () => {
    expect(readUnifiedDiff('--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n').map((line) => line.mark)).toEqual(['@', '-', '+', ' '])
  })
})
