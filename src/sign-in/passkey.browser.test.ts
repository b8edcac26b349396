import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, type Opener } from '#test'

let opener: Opener

beforeAll(async () => {
  opener = await openChromium()
}, 120_000)
afterAll(() => opener.close())

/** A window with a device that has a finger reader, whose finger is on it. */
async function windowWithDevice(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable', { enableUI: false })
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return page
}

test('in a real browser Ben adds a passkey, signs out, and signs in with it', async () => {
  const { community } = opener
  const context = await opener.open(community.cast.ben)
  const page = await windowWithDevice(context)
  await page.goto('/me/passkeys')
  expect(await page.getByLabel('Name').inputValue()).toBe('Chrome on Linux')
  await page.getByLabel('Name').fill('Work laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is added.').waitFor()
  expect(await page.getByRole('heading', { name: 'Work laptop' }).count()).toBe(1)

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Perhaps this device has one for this site already.').waitFor()

  await page.goto('/me')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(await context.cookies()).toEqual([])
  await page.goto('/sign-in?next=%2Fme%2Fpasskeys')
  // A browser that offers passkeys while one types may have signed in already: this one has its finger on the reader.
  await Promise.race([
    page.waitForURL('**/me/passkeys'),
    page
      .getByRole('button', { name: 'Sign in with a passkey' })
      .click()
      .catch(() => undefined),
  ])
  await page.waitForURL('**/me/passkeys')
  await page.getByText(/last used on/).waitFor()
  await context.close()
}, 60_000)

test('a browser that knows no passkeys shows the form for the mail and no button that does nothing', async () => {
  const context = await opener.open(opener.community.cast.ada, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/me/passkeys')
  expect(await page.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false)
  expect(await page.getByText('Passkeys work where the browser knows them and runs scripts.').isVisible()).toBe(true)

  const stranger = await opener.open(undefined, { javaScriptEnabled: false })
  const door = await stranger.newPage()
  await door.goto('/sign-in')
  expect(
    await door
      .getByRole('button')
      .evaluateAll((buttons) => buttons.filter((button) => button.checkVisibility()).map((button) => button.textContent)),
  ).not.toContain('Sign in with a passkey')
  await Promise.all([context.close(), stranger.close()])
}, 60_000)
