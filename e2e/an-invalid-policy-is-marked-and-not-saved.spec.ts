import { openPolicy, replaceText, saveButton } from './support/policy-page'
import { callApi, expect, test } from './support/test'

test('a finding that blocks is marked in the text, listed, and keeps Save shut; the server refuses it too', async ({
  gatehouse,
  adminPage: page,
}) => {
  const before = await callApi(gatehouse, 'GET', '/apis/fhorders01/policy')
  await openPolicy(page, 'fhorders01')
  await replaceText(
    page,
    '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Permit", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*" } ] }',
  )
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible()
  await expect(page.getByText('INVALID_EFFECT').first()).toBeVisible()
  await expect(saveButton(page)).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('ControlOrMeta+s')
  expect(await callApi(gatehouse, 'GET', '/apis/fhorders01/policy')).toEqual(before)

  const refused = await callApi(gatehouse, 'PUT', '/apis/fhorders01/policy', {
    text: '{"Statement": [{"Effect": "Permit"}, {"Effect": "Deny"}]}',
  })
  expect(refused.status).toBe(422)
  const { errors } = refused.value as { errors: { pointer: string; code: string }[] }
  expect(errors.map((error) => error.pointer).join(' ')).toContain('/Statement/0/Effect')
  expect(errors.length).toBeGreaterThan(2)
  expect(await callApi(gatehouse, 'GET', '/apis/fhorders01/policy')).toEqual(before)
})
