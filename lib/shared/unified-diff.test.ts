import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unifiedDiff } from './unified-diff'

const GNU = 'GNU diffutils 3.8, diff -u without its two header lines'

const cases = [
  { name: 'equal texts', before: 'a\nb\n', after: 'a\nb\n', diff: '', source: GNU },
  { name: 'a new text', before: '', after: 'a\nb\n', diff: '@@ -0,0 +1,2 @@\n+a\n+b', source: GNU },
  { name: 'a removed text', before: 'a\n', after: '', diff: '@@ -1,1 +0,0 @@\n-a', source: GNU },
  {
    name: 'one line of many',
    before: '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
    after: '1\n2\n3\n4\nfive\n6\n7\n8\n9\n',
    diff: '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8',
    source: GNU,
  },
  {
    name: 'two places far apart',
    before: 'a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nz\n',
    after: 'A\n1\n2\n3\n4\n5\n6\n7\n8\n9\nZ\n',
    diff: '@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -8,4 +8,4 @@\n 7\n 8\n 9\n-z\n+Z',
    source: GNU,
  },
]

/** What `patch` does with a diff of whole texts that share no hunks. */
function apply(before: string, diff: string): string {
  const source = before.split('\n')
  const result: string[] = []
  let next = 0
  for (const line of diff.split('\n')) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line)
    if (hunk) {
      const start = Number(hunk[2]) === 0 ? Number(hunk[1]) : Number(hunk[1]) - 1
      while (next < start) result.push(source[next++] ?? '')
    } else if (line.startsWith('+')) result.push(line.slice(1))
    else if (line.startsWith('-')) next++
    else result.push(source[next++] ?? '')
  }
  return [...result, ...source.slice(next)].join('\n')
}

describe('unified diff', () => {
  it.each(cases)('shows $name as diff -u does', ({ before, after, diff }) => {
    expect(unifiedDiff(before, after)).toBe(diff)
  })

  it('leads from the one text to the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', ' x'), { maxLength: 30 })
      .map((lines) => lines.map((line) => `${line}\n`).join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        if (before !== after) expect(apply(before, unifiedDiff(before, after))).toBe(after)
      }),
    )
  })

  it('ends soon for long texts that share nothing', () => {
    const long = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}\n`).join('')
    expect(unifiedDiff(long('a'), long('b')).startsWith('@@ -1,20000 +1,20000 @@')).toBe(true)
  })
})
