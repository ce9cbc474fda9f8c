import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/test'

const SCREENS = [
  '/',
  '/apis',
  '/apis/fhorders01',
  '/apis/fhorders01/policy',
  '/apis/fhorders01/authorizers',
  '/apis/fhorders01/stages',
  '/apis/fhorders01/definition',
  '/apis/fhorders01/history',
  '/playground',
  '/requests',
  '/tests',
  '/accounts',
  '/pools',
  '/pools/us-east-1_FernCust1',
  '/authorizers',
  '/settings',
  '/settings/tokens',
  '/settings/workspace',
]

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen has an axe finding, an error in the console or a failed request: ${scheme}`, async ({ adminPage: page }) => {
    test.setTimeout(300_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
    })
    for (const screen of SCREENS) {
      await page.goto(screen)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze()
      for (const violation of violations)
        faults.push(
          `${screen} ${violation.id}: ${violation.nodes
            .map((node) => node.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        )
    }
    expect(faults).toEqual([])
  })
}

for (const width of [320, 768]) {
  test(`no screen scrolls sideways at ${width} px`, async ({ adminPage: page }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width, height: 800 })
    const wide: string[] = []
    for (const screen of SCREENS) {
      await page.goto(screen)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (overflow > 0) wide.push(`${screen}: ${overflow} px`)
    }
    expect(wide).toEqual([])
  })
}
