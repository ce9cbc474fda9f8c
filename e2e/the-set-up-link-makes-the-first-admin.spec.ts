import { type GatehouseServer, startGatehouse } from './support/gatehouse-server'
import { expect, test } from './support/test'

let server: GatehouseServer

test.beforeAll(async () => {
  server = await startGatehouse({ admin: false })
})
test.afterAll(async () => server.stop())

const linkOf = (output: string) => /(http:\/\/localhost:\d+\/set-up#\S+)/.exec(output)?.[1] ?? ''

test('on loopback the link signs in at once, asks for a password later, and works once', async ({ browser }) => {
  const link = linkOf(server.output())
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await expect(page.getByText('You have no password yet.')).toBeVisible()
  expect(page.url()).not.toContain('#')

  await page.getByRole('button', { name: 'Set password' }).first().click()
  const dialog = page.getByRole('dialog')
  for (const field of await dialog.locator('input[type=password]').all()) await field.fill('a-long-enough-password')
  await dialog
    .getByRole('button', { name: /password/i })
    .last()
    .click()
  await expect(page.getByText('You have no password yet.')).toBeHidden()

  const stranger = await browser.newContext()
  const second = await stranger.newPage()
  await second.goto(link)
  await expect(second.getByText(/used|expired|set up already/i).first()).toBeVisible()
  await second.goto(`${server.url}/apis`)
  await expect(second).toHaveURL(/\/sign-in/)
  await stranger.close()

  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(`${server.url}/apis`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('E-mail').fill('admin@localhost')
  await page.getByLabel('Password', { exact: true }).fill('wrong-password-entirely')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('a-long-enough-password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await context.close()
})
