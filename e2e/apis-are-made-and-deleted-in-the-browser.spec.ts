import { callApi, expect, test } from './support/test'

test('an API, its route and its stage are created, answer, and go', async ({ gatehouse, adminPage: page }) => {
  await page.goto('/apis')
  await page
    .getByRole('button', { name: /^(Create|New) API/ })
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: /API/ })
  await drawer.getByLabel('Name').fill('made here')
  await drawer.getByRole('button', { name: /^Create/ }).click()
  await expect(page).toHaveURL(/\/apis\/[a-z0-9]{10}/)
  const id = /\/apis\/([a-z0-9]{10})/.exec(page.url())?.[1] ?? ''

  await page.getByRole('button', { name: 'Add route' }).first().click()
  const form = page.getByRole('dialog', { name: /^Add a route/ })
  await form.getByLabel('Path').fill('/hello/{name}')
  await form.getByRole('combobox', { name: 'Authorization' }).click()
  await page.getByRole('option', { name: /^none/i }).click()
  await form.getByLabel('Upstream', { exact: true }).fill('http://echo.gatehouse.internal/hello/{name}')
  await form.getByRole('button', { name: 'Add route' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('main').getByText('/hello/').first()).toBeVisible()
  const { value } = await callApi(gatehouse, 'GET', `/apis/${id}`)
  const detail = value as { routes: { key: string }[]; stageDetails: { name: string }[] }
  expect(detail.routes.map((route) => route.key).join()).toContain('/hello/{name}')
  const answer = await fetch(`${gatehouse.url}/gateway/${id}/${detail.stageDetails[0]?.name}/hello/world`)
  expect(answer.status).toBe(200)

  await page.goto(`/apis/${id}/history`)
  await expect(page.getByRole('main').getByText(/hello/).first()).toBeVisible()

  await page.goto(`/apis/${id}`)
  await page
    .getByRole('button', { name: /more|actions/i })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Delete/ }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog', { name: /Delete/ }))
    .getByRole('button', { name: /Delete/ })
    .click()
  await expect(page).toHaveURL(/\/apis$/)
  expect((await callApi(gatehouse, 'GET', `/apis/${id}`)).status).toBe(404)
  expect((await fetch(`${gatehouse.url}/gateway/${id}/prod/hello/world`)).status).toBe(403)
})
