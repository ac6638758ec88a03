import type { Page } from '@playwright/test'

import { press } from '../../src/buying.ts'
import { expect, type World, test } from '../../src/test.ts'

/** A phone that keeps passkeys and knows its owner, as Chromium plays one. */
async function device(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } })
  return {
    kept: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    knowsItsOwner: (knows: boolean) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: knows }),
  }
}

async function signInByPassword(page: Page, world: World): Promise<void> {
  await page.goto('/s/demo/sign-in')
  await page.getByLabel('邮箱或手机号').fill(world.demo.ownerLogin ?? '')
  await page.getByLabel('密码', { exact: true }).fill(world.demo.ownerPassword ?? '')
  await press(page, /^登录$/)
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/s/demo/account')
  await press(page, '退出登录')
  await expect(page.getByRole('button', { name: '退出登录' })).toHaveCount(0)
}

test('a passkey that was made signs in, and one that was taken away does not', async ({ page, world, watch }) => {
  watch.allow(/40[0-9]/)
  const phone = await device(page)
  await signInByPassword(page, world)
  await page.goto('/s/demo/security')
  await press(page, '添加通行密钥')
  const made = page.getByRole('button', { name: /^移除 / })
  await expect(made).toHaveCount(1)
  expect(await phone.kept()).toBe(1)

  await signOut(page)
  await page.goto('/s/demo/sign-in')
  await press(page, '用通行密钥登录')
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()

  await page.goto('/s/demo/security')
  await made.click()
  await expect(made).toHaveCount(0)
  await signOut(page)
  await page.goto('/s/demo/sign-in')
  await press(page, '用通行密钥登录')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: '退出登录' })).toHaveCount(0)
})

test('whoever gives up at the device is told nothing and may try again', async ({ page }) => {
  const phone = await device(page)
  await phone.knowsItsOwner(false)
  await page.goto('/s/demo/sign-in')
  const button = page.getByRole('button', { name: '用通行密钥登录' })

  await button.click()

  await expect(button).not.toHaveAttribute('aria-busy')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(button).toBeEnabled()
})
