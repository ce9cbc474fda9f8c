import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { layerRules } from './layers'

/** Next itself asks these to be client files and fixes their names. */
const NAMED_BY_NEXT = /(^|\/)(global-)?error\.tsx$/

const root = join(import.meta.dirname, '../..')

async function cruised(paths: string[]): Promise<ICruiseResult> {
  const options = {
    baseDir: root,
    validate: true,
    tsPreCompilationDeps: true as const,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'lib/store/generated|planted-violation' },
    ruleSet: { forbidden: layerRules() },
    tsConfig: { fileName: join(root, 'tsconfig.json') },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  }
  const { output } = await cruise(paths, options as never)
  return output as ICruiseResult
}

const sources = (folders: string[]) =>
  folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/generated/') && !path.includes('planted-violation'))

describe('the import rules', () => {
  it('hold for every file', async () => {
    const result = await cruised(['app', 'components', 'lib', 'server.ts'])
    const violations = result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`)
    expect(violations).toEqual([])
    expect(result.summary.totalCruised).toBeGreaterThanOrEqual(sources(['app', 'components', 'lib']).length)
  }, 120_000)

  it('can fail: a planted violation is caught', async () => {
    const rules = layerRules().map((rule) =>
      rule.name === 'layer-shared' ? { ...rule, from: { path: '^lib/testing/planted-violation/' } } : rule,
    )
    const { output } = await cruise(['lib/testing/planted-violation'], {
      baseDir: root,
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      ruleSet: { forbidden: rules },
    } as never)
    expect((output as ICruiseResult).summary.error).toBeGreaterThan(0)
  }, 60_000)
})

describe('the tree tells where code runs', () => {
  it('files with "use client" are named .client.tsx, and no others', () => {
    const wrong = sources(['app', 'components']).filter((path) => {
      const client = /^\s*['"]use client['"]/.test(readFileSync(join(root, path), 'utf8'))
      return client !== (path.endsWith('.client.tsx') || NAMED_BY_NEXT.test(path))
    })
    expect(wrong).toEqual([])
  })

  it('the engine knows no clock and no chance', () => {
    const impure = sources(['lib/policy'])
      .filter((path) => !/\.test\.ts$|\/testing\//.test(path))
      .filter((path) => /Date\.now|new Date\(\)|Math\.random|performance\.|crypto\./.test(readFileSync(join(root, path), 'utf8')))
    expect(impure).toEqual([])
  })

  it('only the runtime and the database supervisor read the environment', () => {
    const readers = sources(['lib', 'app', 'components'])
      .filter((path) => !/\.test\.ts$|\/testing\/|^lib\/runtime\/|^lib\/store\/embedded\//.test(path))
      .filter((path) => /process\.env[.[]/.test(readFileSync(join(root, path), 'utf8')))
    expect(readers).toEqual([])
  })
})
