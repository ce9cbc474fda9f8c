import { expect, test } from './support/test'

const DOCUMENT = {
  openapi: '3.0.1',
  info: { title: 'pets', version: '1' },
  paths: {
    '/pets/{id}': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {},
        'x-amazon-apigateway-auth': { type: 'NONE' },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': '{"statusCode": 200}' },
          responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '{"name": "Rex"}' } } },
        },
      },
    },
  },
}

test('a dropped document is reported on, applied, and answers on its invoke URL', async ({ gatehouse, adminPage: page }) => {
  await page.goto('/apis')
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose file' }).first().click()
  await (await chooser).setFiles({ name: 'pets.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(DOCUMENT)) })
  await expect(page.getByText(/enforced/i).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^(Apply|Import|Create)/ })
    .last()
    .click()
  const url = await page
    .getByText(/http:\/\/localhost:\d+\/gateway\/[a-z0-9]{10}\/\S+/)
    .first()
    .textContent()
  const base = /http:\/\/localhost:\d+\/gateway\/[a-z0-9]{10}\/[A-Za-z0-9_-]+/.exec(url ?? '')?.[0]
  const answer = await fetch(`${base}/pets/7`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ name: 'Rex' })
  expect(gatehouse.url).toContain('localhost')
})

test('what cannot be enforced is refused with its place, and nothing is created', async ({ gatehouse }) => {
  const broken = structuredClone(DOCUMENT) as Record<string, unknown>
  broken['x-amazon-apigateway-gateway-responses'] = { UNAUTHORIZED: { statusCode: '418' } }
  const headers = { Authorization: `Bearer ${gatehouse.apiToken}`, 'Content-Type': 'application/json' }
  const before = await (await fetch(`${gatehouse.url}/api/v1/apis`, { headers })).json()
  const body = JSON.stringify({ text: JSON.stringify(broken), account: '111122223333', region: 'us-east-1', dryRun: false })
  const response = await fetch(`${gatehouse.url}/api/v1/imports`, { method: 'POST', headers, body })
  const report = JSON.stringify(await response.json())
  expect(report).toContain('gateway-responses')
  expect(await (await fetch(`${gatehouse.url}/api/v1/apis`, { headers })).json()).toEqual(before)
})
