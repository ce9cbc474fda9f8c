import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from './catalogue'

const root = fileURLToPath(new URL('..', import.meta.url))

function textOf(isWanted: (name: string) => boolean): string {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && isWanted(name))
  return names.map((name) => readFileSync(root + name, 'utf8')).join('\n')
}

describe('the catalogue of findings', () => {
  const ids = Object.keys(CATALOGUE)

  it('holds no finding that nothing reports', () => {
    const sources = textOf((name) => !name.endsWith('.test.ts') && !name.startsWith('finding/catalogue'))
    expect(ids.filter((id) => !sources.includes(`'${id}'`))).toEqual([])
  })

  it('holds no finding without a case', () => {
    const tests = textOf((name) => name.endsWith('.test.ts'))
    expect(ids.filter((id) => !tests.includes(`'${id}'`))).toEqual([])
  })
})
