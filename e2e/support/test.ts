/** Playwright's `test` with a Gatehouse for each worker and a signed-in page. */
import { test as base, expect, type Page } from '@playwright/test'
import { type GatehouseServer, startGatehouse } from './gatehouse-server'

interface WorkerFixtures {
  gatehouse: GatehouseServer
}

interface TestFixtures {
  /** A page on which the first admin is signed in. */
  adminPage: Page
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  gatehouse: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const server = await startGatehouse()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  adminPage: async ({ gatehouse, browser }, use) => {
    const context = await browser.newContext({ baseURL: gatehouse.url })
    const page = await context.newPage()
    await signIn(page, gatehouse.admin)
    await use(page)
    await context.close()
  },
})

/** Signs in through the form and waits for the console. */
export async function signIn(page: Page, user: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByLabel('Password', { exact: true }).fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Calls the management API with the admin's token. Throws when the status is not the expected one. */
export async function callApi(
  server: GatehouseServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; value: unknown }> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${server.apiToken}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, value: text === '' ? null : JSON.parse(text) }
}

export { expect }
