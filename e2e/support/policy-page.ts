import type { Page } from '@playwright/test'
import { expect } from './test'

/** The resource policy's tab, with the editor ready. */
export async function openPolicy(page: Page, api: string): Promise<void> {
  await page.goto(`/apis/${api}/policy`)
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 30_000 })
}

/** Replaces the whole text of the editor as a paste would. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.evaluate(async (value) => {
    const target = document.activeElement ?? document.body
    const data = new DataTransfer()
    data.setData('text/plain', value)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

export const saveButton = (page: Page) => page.getByRole('button', { name: /^Save/ })
