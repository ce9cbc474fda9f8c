import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('.', import.meta.url))

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/'))
  .map((name) => ({ name, text: readFileSync(root + name, 'utf8') }))

describe('the policy engine is pure', () => {
  it('knows no clock and no chance', () => {
    expect(files.length).toBeGreaterThan(50)
    const impure = files.filter(({ text }) =>
      /Date\.now|new Date\b|Date\(\)|Date\.parse|Math\.random|performance\.|crypto\.|globalThis/.test(text),
    )
    expect(impure.map(({ name }) => name)).toEqual([])
  })

  it('imports nothing from outside its folder', () => {
    const outside = files.flatMap(({ name, text }) => {
      const depth = name.split('/').length - 1
      const specifiers = [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '')
      return specifiers
        .filter((specifier) => !specifier.startsWith('.') || specifier.split('../').length - 1 > depth)
        .map((specifier) => `${name}: ${specifier}`)
    })
    expect(outside).toEqual([])
  })
})
