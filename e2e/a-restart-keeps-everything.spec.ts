import { type GatehouseServer, startGatehouse } from './support/gatehouse-server'
import { callApi, expect, signIn, test } from './support/test'

let server: GatehouseServer

test.beforeAll(async () => {
  server = await startGatehouse()
})
test.afterAll(async () => server.stop())

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`configuration, sessions and keys survive ${signal}`, async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await signIn(page, server.admin)
    const name = `kept-${signal.toLowerCase()}`
    expect((await callApi(server, 'POST', '/principals', { account: '111122223333', type: 'user', name })).status).toBeLessThan(300)
    const before = await callApi(server, 'GET', '/workspace?secrets=true')
    const keys = await (await fetch(`${server.url}/cognito/us-east-1_FernCust1/.well-known/jwks.json`)).json()

    await server.restart(signal)

    expect(await callApi(server, 'GET', '/workspace?secrets=true')).toEqual(before)
    expect(await (await fetch(`${server.url}/cognito/us-east-1_FernCust1/.well-known/jwks.json`)).json()).toEqual(keys)
    expect((await fetch(`${server.url}/gateway/fhorders01/prod/catalog`)).status).toBe(200)
    await page.goto('/accounts')
    await expect(page.getByText(name).first()).toBeVisible()
    await context.close()
  })
}
