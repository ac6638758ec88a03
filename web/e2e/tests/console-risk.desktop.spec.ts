import type { Page } from '@playwright/test'

import { buyOne, desk, inEnglish, OPERATOR_DESK, until } from '../src/console.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import type { Server } from '../src/server.ts'
import { goods } from '../src/stall.ts'
import { expect, test } from '../src/test.ts'

// The rules of a profile are one document, so those who change them take turns.
test.describe.configure({ mode: 'serial' })

interface Rule {
  name: string
}
interface Profile {
  own: { rules: Rule[] }
  history: { version: number }[]
}

const rulesOf = (server: Server) => server.merchant<Profile>('GET', '/risk/profiles/usual')

async function write(server: Server, change: (rules: Rule[]) => object[]): Promise<void> {
  const { own, history } = await rulesOf(server)
  await server.merchant('PUT', '/risk/profiles/usual', { version: history[0]?.version ?? 0, set: { ...own, rules: change(own.rules) } })
}

/** Until the order has come so far; what the pages are read for is there then. */
const reaches = (server: Server, number: string, ...states: string[]) =>
  until(async () => (states.includes((await server.merchant<{ state: string }>('GET', `/orders/${number}`)).state) ? true : undefined))

async function addRule(page: Page, name: string, value: number): Promise<void> {
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a rule' })
  await dialog.getByLabel('Name of the rule').fill(name)
  await dialog.getByRole('combobox', { name: 'Fact' }).click()
  await page.getByRole('option', { name: 'Quantity', exact: true }).click()
  await dialog.getByLabel('Value').fill(String(value))
  await dialog.getByLabel('Value').press('Tab')
  await dialog.getByRole('button', { name: 'Add a rule' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a rule is tried on the last day, made milder, and put in force', async ({ page, world, server }) => {
  const name = `Bulk ${crypto.randomUUID().slice(0, 6)}`
  const mine = await goods(server, world)
  const { number } = await buyOne(server, world, mine.sku)
  await reaches(server, number, 'delivered', 'confirmed')
  await until(async () => (await server.merchant<{ items: object[] }>('GET', `/risk/decisions?subject=${number}`)).items[0])
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto(desk(world, 'risk/rules/usual'))

  await addRule(page, name, 0)
  await expect(page.getByText('The draft is not in force yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Dry-run' }).click()
  await expect(page.getByText(/would be different/)).toBeVisible()
  await expect(page.getByRole('img', { name: 'Before and after' })).toBeVisible()
  await expect(page.getByText(/good orders?, paid and kept, would be held/)).toBeVisible()
  expect((await rulesOf(server)).own.rules.map((rule) => rule.name)).not.toContain(name)

  await page.getByRole('button', { name: `Edit rule ${name}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the rule' })
  await dialog.getByLabel('Value').fill('99999')
  await dialog.getByLabel('Value').press('Tab')
  await dialog.getByRole('button', { name: 'Change the rule' }).click()
  await page.getByRole('button', { name: 'Dry-run' }).click()
  await expect(page.getByText('Nothing would change.')).toBeVisible()
  await page.getByRole('button', { name: 'Put in force' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put in force' }).click()

  await expect(page.getByText('The rules are in force')).toBeVisible()
  expect((await rulesOf(server)).own.rules.map((rule) => rule.name)).toContain(name)
  await page.reload()
  await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByText('Quantity > 99,999')).toBeVisible()
  await write(server, (rules) => rules.filter((rule) => rule.name !== name))
})

test('an order is held, explained to whoever looks, and released', async ({ page, world, server }) => {
  const name = `Look first ${crypto.randomUUID().slice(0, 6)}`
  const mine = await goods(server, world)
  await write(server, (rules) => [...rules, { name, when: [{ fact: 'order.sku', is: 'in', names: [mine.sku] }], outcome: 'hold' }])
  const { number } = await buyOne(server, world, mine.sku)
  await reaches(server, number, 'review')
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto(desk(world, 'risk/reviews'))
  const row = page.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText('Released in')

  await row.getByRole('button', { name: `Release order ${number}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Release' })
  await expect(dialog.getByText(name)).toBeVisible()
  await expect(dialog.getByText(new RegExp(`SKU is ${mine.title}`))).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Release' })).toBeDisabled()
  await dialog.getByLabel('Reason').fill('Called the buyer, all is well')
  await dialog.getByRole('button', { name: 'Release' }).click()

  await expect(page.getByText('Released; it is being delivered')).toBeVisible()
  await expect(row).toHaveCount(0)
  await reaches(server, number, 'delivered', 'confirmed')
  await write(server, (rules) => rules.filter((rule) => rule.name !== name))
})

test('an order is held and its money goes back', async ({ page, world, server }) => {
  const name = `Never ${crypto.randomUUID().slice(0, 6)}`
  const mine = await goods(server, world)
  await write(server, (rules) => [...rules, { name, when: [{ fact: 'order.sku', is: 'in', names: [mine.sku] }], outcome: 'hold' }])
  const { number } = await buyOne(server, world, mine.sku)
  await reaches(server, number, 'review')
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto(desk(world, 'risk/reviews'))

  await page.getByRole('button', { name: `Refund order ${number}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Refund' })
  await dialog.getByLabel('Reason').fill('A stolen card')
  await dialog.getByRole('button', { name: 'Refund' }).click()

  await expect(page.getByText('The money goes back')).toBeVisible()
  await reaches(server, number, 'refunding', 'refunded')
  await write(server, (rules) => rules.filter((rule) => rule.name !== name))
})

test('somebody is put on a list, seen only by a hint, and taken off again', async ({ page, world }) => {
  const reason = `Took over accounts ${crypto.randomUUID().slice(0, 6)}`
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto(desk(world, 'risk/lists'))
  await page.getByRole('button', { name: 'Add to a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add to a list' })
  await dialog.getByLabel('Value').fill('robber@example.com')
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: 'Add to a list' }).click()

  const row = page.getByRole('row').filter({ hasText: reason })
  await expect(row).toContainText('ro…om')
  await expect(page.getByText('robber@example.com')).toHaveCount(0)
  await row.getByRole('button', { name: /off the list/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take off the list' }).click()
  await expect(row).toHaveCount(0)
})

test('the platform tries its own rules on the orders of one shop', async ({ page, world }) => {
  await inEnglish(page)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/risk/rules/usual`)
  await expect(page.getByText('Listed as bad')).toBeVisible()

  await page.getByRole('combobox', { name: 'Which shop to try on' }).click()
  await page.getByRole('option', { name: new RegExp(`\\(${world.demo.slug}\\)`) }).click()
  await page.getByRole('button', { name: 'Dry-run' }).click()

  await expect(page.getByText(/Nothing would change|would be different/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put in force' })).toBeDisabled()
})
