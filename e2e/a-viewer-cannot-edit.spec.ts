import { openPolicy, saveButton } from './support/policy-page'
import { callApi, expect, signIn, test } from './support/test'

const VIEWER = { email: 'viewer@fernhill.example', password: 'a-viewer-may-only-look' }

test('a viewer sees everything and changes nothing, in the console and over the API', async ({ gatehouse, browser }) => {
  const made = await callApi(gatehouse, 'POST', '/users', { ...VIEWER, name: 'Vera', role: 'viewer' })
  expect(made.status).toBeLessThan(300)
  const context = await browser.newContext({ baseURL: gatehouse.url })
  const page = await context.newPage()
  await signIn(page, VIEWER)

  await page.goto('/apis/fhorders01')
  await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add route' })).toHaveAttribute('aria-disabled', 'true')
  await openPolicy(page, 'fhorders01')
  await page.locator('.monaco-editor .view-lines').first().click()
  await page.keyboard.type('x')
  await expect(saveButton(page)).toHaveAttribute('aria-disabled', 'true')

  const sameOrigin = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
  for (const [method, path, data] of [
    ['PUT', '/api/v1/apis/fhorders01/policy', { text: null }],
    ['DELETE', '/api/v1/apis/fhorders01', {}],
    ['PATCH', '/api/v1/workspace', { gatehouse: 1 }],
    ['POST', '/api/v1/users', { email: 'x@y.example', name: 'x', role: 'admin', password: 'long-enough-password' }],
  ] as const) {
    const response = await page.request.fetch(path, { method, headers: sameOrigin, data })
    expect(`${method} ${path} ${response.status()}`).toBe(`${method} ${path} 403`)
  }
  const read = await page.request.get('/api/v1/apis')
  expect(read.status()).toBe(200)
  await context.close()
})
