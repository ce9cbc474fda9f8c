import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyWorkspace, planWorlds, seedDemo } from './index'
import { EMPTY_WORLD, fakeGenerate } from './testing/fake-generate'

const TEXT = readFileSync(new URL('../../prisma/demo/fernhill.yaml', import.meta.url), 'utf8')

describe('the demo workspace', () => {
  it('is applied to an empty world without a problem or a warning about its own references', async () => {
    const { document } = seedDemo(TEXT, fakeGenerate())
    const result = await applyWorkspace(EMPTY_WORLD, document, { mode: 'replace', generate: fakeGenerate() })
    expect(result.ok ? [] : result.issues).toEqual([])
    if (!result.ok) return
    // The one that is there on purpose: WebhooksOpen is the trap of scenario 13.
    const remarks = result.warnings.filter((issue) => issue.severity !== 'suggestion').map(({ code, pointer }) => `${pointer} ${code}`)
    expect(remarks).toEqual(['/apis/0/definition/x-amazon-apigateway-policy/Statement/2/Principal APIGW_SILENT_AUTHORIZER_ALLOWED'])
    expect(planWorlds(EMPTY_WORLD, result.world).create.length).toBeGreaterThan(50)
  })

  it('holds no secret in the repository and makes each at first start', () => {
    expect(TEXT).not.toMatch(/SecretAccessKey:|Password:|ClientSecret:/)
    const names = [...seedDemo(TEXT, fakeGenerate()).demoSecrets.keys()]
    expect(names).toEqual(
      expect.arrayContaining(['ALICE_ACCESS_KEY_ID', 'ALICE_SECRET_ACCESS_KEY', 'ADA_PASSWORD', 'LOYALTY_KEY', 'WEBHOOK_KEY']),
    )
    expect(new Set(names).size).toBe(names.length)
  })
})
