import type { Page } from '@playwright/test'

const yuan = (minor: number) => ({ minor, currency: 'CNY' })

/** An invoice as the server tells it; a month is over long before a test is. */
export const INVOICE = {
  code: '2026-000003', year: 2026, number: 3, month: '2026-02', title: '美的数码科技有限公司', taxNumber: '91310000MA1K000000', taxBasisPoints: 600,
  net: yuan(10_001), tax: yuan(600), total: yuan(10_601), issuedAt: '2026-03-02T01:30:00Z',
}
const DAYS = [['2026-02-03', 7_000], ['2026-02-14', -399], ['2026-02-28', 4_000]].map(([day, minor]) => ({ day, commission: yuan(Number(minor)) }))

/** Answers for the shop's invoices, at its own desk and at the platform's, in place of the server's, which has none for a shop that was opened today. */
export async function withInvoices(page: Page): Promise<void> {
  await page.route('**/api/v1/operator/shops/*/invoices', (route) => route.fulfill({ json: [INVOICE] }))
  await page.route(`**/api/v1/operator/shops/*/invoices/${INVOICE.year}/${INVOICE.number}/paper`, (route) => route.fulfill({
    contentType: 'application/pdf', body: '%PDF-1.7',
  }))
  await page.route('**/api/v1/invoices', (route) => route.fulfill({ json: [INVOICE] }))
  await page.route(`**/api/v1/invoices/${INVOICE.year}/${INVOICE.number}`, (route) => route.fulfill({ json: { invoice: INVOICE, days: DAYS } }))
  await page.route(`**/api/v1/invoices/${INVOICE.year}/${INVOICE.number}/statement`, (route) => route.fulfill({
    contentType: 'text/csv', body: `day,commission_minor,currency\r\n${DAYS.map((one) => `${one.day},${one.commission.minor},CNY`).join('\r\n')}\r\n`,
  }))
}
