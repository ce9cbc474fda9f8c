import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeApi } from './describe-api'
import { HTTP_TABLE } from './http-table'
import { verbs } from './verbs'

const ROOT = join(import.meta.dirname, '../../app/api/v1')
const fileOf = (path: string) => join(ROOT, path.replaceAll('{', '[').replaceAll('}', ']'), 'route.ts')
const byPath = new Map(HTTP_TABLE.map(({ path }) => [path, HTTP_TABLE.filter((row) => row.path === path)]))

describe('the table of the management API', () => {
  it.each([...byPath])('%s is served by its route file, verb for verb', (path, rows) => {
    const text = readFileSync(fileOf(path), 'utf8')
    const served = [...text.matchAll(/\b(GET|POST|PUT|PATCH|DELETE): (?:\{ verb: )?'(\w+)'/g)].map((match) => `${match[1]} ${match[2]}`)
    expect(served.sort()).toEqual(rows.map((row) => `${row.method.toUpperCase()} ${row.verb}`).sort())
  })

  it('knows every route file', () => {
    const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
    const expected = [...byPath.keys()].map((path) => fileOf(path).slice(ROOT.length + 1))
    expect(files.sort()).toEqual([...expected, '[...path]/route.ts', 'openapi.json/route.ts'].sort())
  })

  it('serves every verb, each at one address', () => {
    expect(HTTP_TABLE.map((row) => row.verb).sort()).toEqual(Object.keys(verbs).sort())
  })

  it('fills every path parameter from an input of that name', () => {
    const operations = describeApi('http://localhost:3000').paths as Record<
      string,
      Record<string, { parameters: { name: string; in: string; schema: object }[] }>
    >
    for (const { path, method } of HTTP_TABLE) {
      for (const parameter of operations[path]![method]!.parameters.filter((item) => item.in === 'path')) {
        expect(parameter.schema, `${method} ${path} ${parameter.name}`).toHaveProperty('type')
      }
    }
  })

  it('is a document of plain JSON', () => {
    const description = describeApi('http://localhost:3000')
    expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  })
})
