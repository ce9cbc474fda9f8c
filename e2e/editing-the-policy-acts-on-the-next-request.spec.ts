import { openPolicy, replaceText, saveButton } from './support/policy-page'
import { callApi, expect, test } from './support/test'

const ADDRESS = '192.0.2.77'

test('a Deny of an address, typed in the browser, fails the very next request and the playground names it', async ({
  gatehouse,
  adminPage: page,
}) => {
  const call = () => fetch(`${gatehouse.url}/gateway/fhorders01/prod/catalog`, { headers: { 'X-Forwarded-For': ADDRESS } })
  expect((await call()).status).toBe(200)

  const { value } = await callApi(gatehouse, 'GET', '/apis/fhorders01/policy')
  const policy = JSON.parse((value as { text: string }).text)
  policy.Statement.push({
    Sid: 'BlockOneAddress',
    Effect: 'Deny',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
    Condition: { IpAddress: { 'aws:SourceIp': `${ADDRESS}/32` } },
  })
  await openPolicy(page, 'fhorders01')
  await replaceText(page, JSON.stringify(policy, null, 2))
  await expect(saveButton(page)).toBeEnabled()
  const [saved] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/v1/apis/fhorders01/policy') && response.request().method() === 'PUT'),
    saveButton(page).click(),
  ])
  expect(saved.status()).toBe(200)

  const denied = await call()
  expect(denied.status).toBe(403)
  expect(await denied.text()).toContain('with an explicit deny')

  await page.goto(`/playground?api=fhorders01&stage=prod&method=GET&path=%2Fcatalog&as=anonymous&ip=${ADDRESS}`)
  await page.getByLabel('Source IP').fill(ADDRESS)
  await page.getByRole('button', { name: /^Evaluate/ }).click()
  const main = page.getByRole('main')
  await expect(main.getByText(/^Denied/).first()).toBeVisible()
  await expect(main.getByText('BlockOneAddress').first()).toBeVisible()
  await expect(main.getByText('403', { exact: false }).first()).toBeVisible()
})

test('the wire answer and its tree agree with what the playground said', async ({ gatehouse }) => {
  const answer = await fetch(`${gatehouse.url}/gateway/fhorders01/prod/status`, { headers: { 'X-Forwarded-For': '192.0.2.8' } })
  const { value } = await callApi(gatehouse, 'GET', `/requests/${answer.headers.get('x-amzn-requestid')}`)
  const { value: evaluated } = await callApi(gatehouse, 'POST', '/evaluate', {
    request: {
      api: 'fhorders01',
      stage: 'prod',
      method: 'GET',
      path: '/status',
      rawQuery: '',
      headers: [],
      body: '',
      sourceIp: '192.0.2.8',
    },
    caller: { type: 'anonymous' },
    against: 'saved',
  })
  const logged = (value as { decision: { reasonCode: string; sentence: string } }).decision
  const predicted = evaluated as { response: { status: number; body: string }; decision: { reasonCode: string; sentence: string } }
  expect(predicted.response.status).toBe(answer.status)
  expect(predicted.response.body).toBe(await answer.text())
  expect(predicted.decision.reasonCode).toBe(logged.reasonCode)
  expect(predicted.decision.sentence).toBe(logged.sentence)
})
