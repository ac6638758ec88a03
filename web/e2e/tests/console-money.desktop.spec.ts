import { readFileSync } from 'node:fs'

import { desk, inEnglish, OPERATOR_DESK } from '../src/console.ts'
import { INVOICE, withInvoices } from '../src/invoices.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import type { Server } from '../src/server.ts'
import { expect, test } from '../src/test.ts'

test.beforeEach(async ({ page }) => inEnglish(page))

const DAY_MILLIS = 86_400_000

/** A day far ahead, so that nothing is held back by it, and behind those that other runs have taken. */
async function farDay(server: Server): Promise<string> {
  const rules = await server.operator<{ from: string }[]>('GET', '/operator/wallet-limits')
  const last = Math.max(Date.now() + 3_000 * DAY_MILLIS, ...rules.map((rule) => Date.parse(rule.from)))
  return new Date(last + DAY_MILLIS).toISOString().slice(0, 10)
}

test('a limit of stored value is checked while it is typed, and listed from its day on', async ({ page, world, server }) => {
  const source = `Measures, article ${crypto.randomUUID().slice(0, 6)}`
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/wallets`)
  await page.getByRole('button', { name: 'Add a limit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a limit' })
  const act = dialog.getByRole('button', { name: 'Add a limit' })
  await expect(dialog.getByText(/^Now CN¥5,000.00, since/)).toBeVisible()
  await dialog.getByLabel('Source').fill(source)

  await dialog.getByLabel('Value').fill('12.345')
  await expect(dialog.getByRole('alert')).toContainText('Enter an amount')
  await expect(act).toBeDisabled()
  await dialog.getByLabel('Value').fill('4,800')
  await dialog.getByLabel('From', { exact: true }).fill('2020-01-01')
  await expect(dialog.getByRole('alert')).toContainText('This day is over')
  await dialog.getByLabel('From', { exact: true }).fill(await farDay(server))
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await act.click()

  const row = page.getByRole('row').filter({ hasText: source })
  await expect(row).toContainText('CN¥4,800.00')
  await expect(row).toContainText('Not yet')
  await expect(row).toContainText('Registered wallets')
})

test('a shop is allowed wallets, issues a gift card whose code is shown once, and voids it', async ({ page, world }) => {
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/wallets`)
  await page.getByRole('button', { name: 'Allow a shop' }).click()
  const allowing = page.getByRole('dialog', { name: 'Allow a shop' })
  await expect(allowing.getByRole('button', { name: 'Allow a shop' })).toBeDisabled()
  await allowing.getByRole('combobox', { name: 'Shop' }).click()
  await page.getByRole('option', { name: new RegExp(`\\(${world.demo.slug}\\)`) }).click()
  await allowing.getByRole('button', { name: 'Allow a shop' }).click()
  await expect(page.getByText('Allowed; buyers can use it now')).toBeVisible()

  await asOwner(page, world)
  await page.goto(desk(world, 'wallet'))
  await expect(page.getByText('Balances pay')).toBeVisible()
  await page.getByRole('button', { name: 'Issue a gift card' }).click()
  const issuing = page.getByRole('dialog', { name: 'Issue a gift card' })
  await issuing.getByLabel('Amount').fill('1000.01')
  await expect(issuing.getByRole('alert')).toContainText('CN¥1,000.00 at most')
  await issuing.getByLabel('Amount').fill('66.66')
  await issuing.getByRole('button', { name: 'Issue a gift card' }).click()
  const told = page.getByRole('dialog', { name: 'Gift card of CN¥66.66 issued' })
  await expect(told.getByText(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/)).toBeVisible()
  await told.getByRole('button', { name: 'I have kept it' }).click()

  const row = page.getByRole('region', { name: 'Gift cards' }).getByRole('row').filter({ hasText: 'CN¥66.66' }).first()
  await expect(row).toContainText('Unused')
  await row.getByRole('button', { name: /^Void the card/ }).click()
  await page.getByRole('dialog', { name: 'Void' }).getByRole('button', { name: 'Void' }).click()
  await expect(page.getByText('The card is void')).toBeVisible()
  await expect(row).toContainText('Void')
})

test('the invoice of a month shows its lines and days, and is taken along as a sheet', async ({ page, world }) => {
  await asOwner(page, world)
  await withInvoices(page)
  await page.goto(desk(world, 'invoices'))
  await page.getByRole('link', { name: INVOICE.code }).click()

  await expect(page.getByRole('heading', { level: 1, name: `Invoice ${INVOICE.code}` })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Tax (6%)' })).toContainText('CN¥6.00')
  await expect(page.getByRole('row').filter({ hasText: '2026-02-14' })).toContainText('−CN¥3.99')
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the days (CSV)' }).click()
  const download = await file
  expect(download.suggestedFilename()).toBe(`invoice-${INVOICE.code}.csv`)
  expect(readFileSync(await download.path(), 'utf8')).toContain('2026-02-28,4000,CNY')
})

test('the platform issues an invoice for a month that is over, and hears why there is none', async ({ page, world, watch }) => {
  watch.allow(/status of 409/)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/shops/${world.demo.shop}?tab=invoices`)
  await page.getByRole('button', { name: 'Issue an invoice' }).click()
  const dialog = page.getByRole('dialog', { name: 'Issue an invoice' })
  await expect(dialog.getByLabel('Month')).toHaveValue(/^\d{4}-\d\d$/)
  // Long before the shop was opened: in the month before this one it may have sold something when a new month begins meanwhile.
  await dialog.getByLabel('Month').fill('2020-01')
  await dialog.getByLabel('Title').fill('Mei Ltd.')
  await dialog.getByLabel('Tax rate').fill('106')
  await expect(dialog.getByRole('alert')).toContainText('from 0 to 100')
  await dialog.getByLabel('Tax rate').fill('6')
  await dialog.getByRole('button', { name: 'Issue an invoice' }).click()

  await expect(dialog.getByRole('alert')).toContainText(/invoice/i)
})

test('the platform takes along the paper of an invoice it issued', async ({ page, world }) => {
  await asOperator(page, world)
  await withInvoices(page)
  await page.goto(`${OPERATOR_DESK}/shops/${world.demo.shop}?tab=invoices`)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: `Download invoice ${INVOICE.code}` }).click()

  expect((await file).suggestedFilename()).toBe(`invoice-${INVOICE.code}.pdf`)
})
