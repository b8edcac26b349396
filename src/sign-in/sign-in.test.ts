import { describe, expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()
const ben = 'ben@example.org'

/** Asks for a code as a visitor does, and gives what the mail brought. */
async function ask(browser = community.stranger(), email = ben, next?: string) {
  await browser.post('/sign-in', { email, ...(next === undefined ? {} : { next }) })
  const mail = (await community.mails(email)).at(-1)
  return { browser, code: codeIn(mail?.body ?? ''), link: mail?.links[0] ?? '' }
}

const codeIn = (body: string) => /\b(\d{3} \d{3})\b/.exec(body)?.[1] ?? ''
const other = (code: string) => code.replace(/\d$/, (last) => String((Number(last) + 1) % 10))
const enter = (browser: ReturnType<typeof community.stranger>, code: string, email = ben) =>
  browser.request('POST', '/sign-in/code', { fields: { email, code } })

describe('by code', () => {
  test('Ben asks, reads his mail, types the code and is in', async () => {
    await community.person('Ben')
    const { browser, code } = await ask()

    expect(await browser.post('/sign-in/code', { email: ben, code })).toContain('<h1>Ben</h1>')
  })
})
