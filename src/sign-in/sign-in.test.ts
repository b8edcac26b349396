import { describe, expect, test } from 'vitest'
import { ownCommunity, useCommunity, type Browser } from '#test'

const community = useCommunity()
const ben = 'ben@example.org'

/** Asks for a code as a visitor does, and reads the newest mail. */
async function ask(browser = community.stranger(), email = ben, next?: string) {
  await browser.post('/sign-in', { email, ...(next === undefined ? {} : { next }) })
  const mail = (await community.mails(email)).at(-1)
  return { browser, code: codeIn(mail?.body ?? ''), link: (mail?.links[0] ?? '').replace('https://community.example.org', '') }
}

const codeIn = (body: string) => /\b(\d{3} \d{3})\b/.exec(body)?.[1] ?? ''
const notThis = (code: string) => code.replace(/\d$/, (last) => String((Number(last) + 1) % 10))
const enter = (browser: Browser, code: string, email = ben) => browser.request('POST', '/sign-in/code', { fields: { email, code } })
const isIn = async (browser: Browser) => (await browser.request('GET', '/me')).status === 200

describe('by code', () => {
  test('Ben asks, reads his mail, types the code and is in', async () => {
    await community.person('Ben')
    const { browser, code } = await ask()

    expect(await browser.post('/sign-in/code', { email: ben, code })).toContain('<h1>Ben</h1>')
  })

  test('someone new proves an address and becomes a member, with nothing known but that address', async () => {
    const { browser, code } = await ask(community.stranger(), 'new@example.org')
    expect(await community.db.selectFrom('person').select('id').where('email', '=', 'new@example.org').execute()).toEqual([])

    const page = await browser.post('/sign-in/code', { email: 'new@example.org', code })

    expect(page).toContain('Tell us what to call you')
    const { emailProvedAt, role } = await community.db
      .selectFrom('person')
      .innerJoin('membership', 'membership.personId', 'person.id')
      .selectAll()
      .where('email', '=', 'new@example.org')
      .executeTakeFirstOrThrow()
    expect({ role, emailProvedAt }).toEqual({ role: 'member', emailProvedAt: community.now() })
  })

  test('what an address did by mail before belongs to whoever proves it', async () => {
    const guest = await community.person('Guest', { emailProvedAt: null })
    const { browser, code } = await ask(community.stranger(), guest.email)

    await browser.post('/sign-in/code', { email: guest.email, code })

    const people = await community.db.selectFrom('person').select(['id', 'emailProvedAt']).where('email', '=', guest.email).execute()
    expect(people).toEqual([{ id: guest.id, emailProvedAt: community.now() }])
  })

  test('the code may be typed in any way people write six digits', async () => {
    for (const written of [
      (c: string) => c,
      (c: string) => c.replace(' ', ''),
      (c: string) => c.replace(' ', '-'),
      (c: string) => ` ${c}\n`,
      (c: string) => [...c.replace(' ', '')].map((d) => String.fromCodePoint(0xff10 + Number(d))).join(''),
    ]) {
      const { browser, code } = await ask(community.stranger(), `${crypto.randomUUID()}@example.org`)
      const email = /value="([^"]+@example.org)"/.exec(await browser.get('/sign-in/code'))?.[1] ?? ''
      expect((await enter(browser, written(code), email)).status).toBe(303)
    }
  })

  test('a wrong code is refused and counted; the fifth ends the code, and its mail’s link still works', async () => {
    const { browser, code, link } = await ask()
    const first = await enter(browser, notThis(code))
    expect(first.status).toBe(422)
    expect(first.html).toContain('You have 4 tries left.')
    expect(first.html).toContain(`value="${notThis(code)}"`)
    for (let wrong = 2; wrong < 4; wrong++) await enter(browser, notThis(code))
    expect((await enter(browser, notThis(code))).html).toContain('You have one try left.')
    expect((await enter(browser, notThis(code))).html).toContain('does not work any more')

    expect((await enter(browser, code)).html).toContain('does not work any more')
    expect((await browser.request('POST', link)).location).toBe('/me')
  })

  test('a code ends after 15 minutes', async () => {
    const { browser, code } = await ask()
    community.wait({ minutes: 15 })

    expect((await enter(browser, code)).html).toContain('does not work any more')
    expect(await isIn(browser)).toBe(false)
  })

  test('a code opens the door once', async () => {
    const { browser, code } = await ask()
    expect((await enter(browser, code)).status).toBe(303)

    expect((await enter(community.stranger(), code)).status).toBe(422)
  })

  test('a code opens no other address', async () => {
    await community.person('Ben')
    const { browser, code } = await ask(community.stranger(), 'chidi@example.org')

    expect((await enter(browser, code)).status).toBe(422)
    expect(await isIn(browser)).toBe(false)
  })

  test('in two tabs the newest code wins', async () => {
    const browser = community.stranger()
    const first = await ask(browser)
    const second = await ask(browser)

    expect((await enter(browser, first.code)).status).toBe(first.code === second.code ? 303 : 422)
    expect((await browser.request('GET', first.link)).status).toBe(410)
    expect((await enter(browser, second.code)).status).toBe(303)
  })

  test('two tabs that asked for two addresses each stay with their own', async () => {
    const browser = community.stranger()
    const first = await ask(browser)
    await ask(browser, 'other@example.org')

    expect((await enter(browser, first.code)).status).toBe(303)
    expect(await browser.get('/me')).toContain(ben)
  })
})

describe('by link', () => {
  test('opening the link signs nobody in, however often a mail scanner does it; its button does, once', async () => {
    const { link } = await ask()
    const scanner = community.stranger()
    for (let visit = 0; visit < 3; visit++) expect((await scanner.request('GET', link)).status).toBe(200)
    await scanner.request('HEAD', link)
    expect(await isIn(scanner)).toBe(false)

    const phone = community.stranger()
    expect(await phone.get(link)).toContain('This signs you in as ben@example.org.')
    expect((await phone.request('POST', link)).status).toBe(303)
    expect(await isIn(phone)).toBe(true)

    const again = await community.stranger().request('POST', link)
    expect(again.status).toBe(410)
    expect(again.html).toContain('This link does not work any more')
  })

  test('a link ends after 15 minutes, and says so', async () => {
    const { link } = await ask()
    community.wait({ minutes: 16 })

    for (const method of ['GET', 'POST']) expect((await community.stranger().request(method, link)).status).toBe(410)
  })

  test('an altered link is no link', async () => {
    const { link } = await ask()
    const [head = '', mark = ''] = link.split('.')
    const otherRow = Buffer.from(crypto.randomUUID()).toString('base64url')
    for (const altered of [
      `${link}A`,
      `${head}.${mark.slice(1)}A`,
      `/sign-in/${otherRow}.${mark}`,
      head,
      `${link}/`.replace('.', '..'),
      '/sign-in/x',
      '/sign-in/%00',
      `/sign-in/${'a'.repeat(5000)}`,
    ])
      for (const method of ['GET', 'POST']) {
        const browser = community.stranger()
        expect((await browser.request(method, altered)).status, altered).toBeGreaterThanOrEqual(400)
        expect(await isIn(browser)).toBe(false)
      }
  })
})

describe('where it leads', () => {
  test('back to the page that asked for it, also by the link and on another device', async () => {
    const browser = community.stranger()
    expect((await browser.request('GET', '/me/sessions')).location).toBe('/sign-in?next=%2Fme%2Fsessions')
    expect(await browser.get('/sign-in?next=%2Fme%2Fsessions')).toContain('name="next" value="/me/sessions"')
    const { code } = await ask(browser, ben, '/me/sessions')
    expect((await enter(browser, code)).location).toBe('/me/sessions')

    const { link } = await ask(community.stranger(), ben, '/events?page=2')
    expect((await community.stranger().request('POST', link)).location).toBe('/events?page=2')
  })

  test('never to another site', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/%0d%0aset-cookie:x=1//',
      `/${'x'.repeat(5000)}`,
    ]) {
      const { browser, code } = await ask(community.stranger(), ben, next)
      const { location, headers } = await enter(browser, code)
      expect(new URL(location ?? '', 'https://community.example.org').origin, next).toBe('https://community.example.org')
      expect(location, next).toMatch(/^\/(?![/\\])/)
      expect(headers.getSetCookie().join(' ')).not.toContain('x=1')
      await community.db.deleteFrom('attempt').execute()
    }
  })

  test('who is signed in already goes on', async () => {
    const signedIn = community.as(await community.person('Ben'))
    expect((await signedIn.request('GET', '/sign-in?next=/events')).location).toBe('/events')
    expect((await signedIn.request('GET', '/sign-in')).location).toBe('/me')
    expect(await signedIn.get('/sign-in?next=/sign-in')).toContain('<h1>Ben</h1>')
  })
})

describe('what strangers learn', () => {
  const signs = async (email: string) => {
    const { status, location, headers } = await community.stranger().request('POST', '/sign-in', { fields: { email } })
    const cookies = headers.getSetCookie().map((line) => decodeURIComponent(decodeURIComponent(line)).replace(email, 'ADDRESS'))
    return { status, location, cookies }
  }

  test('a known address, an unknown one and a robot get the same answer', async () => {
    await community.person('Ben')

    expect(await signs('not.known@example.org')).toEqual(await signs(ben))
    const robot = await community.stranger().request('POST', '/sign-in', { fields: { email: ben, website: 'https://spam.example' } })
    expect(robot).toMatchObject({ status: 303, location: '/sign-in/code' })
    expect(await community.mailTo(ben)).toHaveLength(1)
    expect(await community.mailTo('not.known@example.org')).toHaveLength(1)
  })

  test('an address gets five mails an hour and fifteen a day; the answer stays the same', async () => {
    for (let time = 0; time < 7; time++)
      expect((await community.stranger().request('POST', '/sign-in', { fields: { email: ben } })).location).toBe('/sign-in/code')
    expect(await community.mailTo(ben)).toHaveLength(5)
    for (let hour = 1; hour < 6; hour++) {
      community.wait({ hours: 1 })
      for (let time = 0; time < 6; time++) await community.stranger().post('/sign-in', { email: ben })
    }
    expect(await community.mailTo(ben)).toHaveLength(15)

    community.wait({ hours: 24 })
    await community.stranger().post('/sign-in', { email: ben })
    expect(await community.mailTo(ben)).toHaveLength(16)
  })

  test('one place may ask for three hundred codes an hour, then is told to wait', async () => {
    for (let time = 0; time < 300; time++)
      await community.stranger().request('POST', '/sign-in', { fields: { email: `p${time}@example.org` } })
    const page = await community.stranger().request('POST', '/sign-in', { fields: { email: 'one.more@example.org' } })

    expect(page.status).toBe(429)
    expect(page.html).toContain('Wait an hour')
    expect(page.html).toContain('value="one.more@example.org"')
    expect(await community.mailTo('one.more@example.org')).toEqual([])
  })

  test('a place that fails sixty times in an hour is told to wait; those who do not fail are not counted', async () => {
    const colleague = await ask(community.stranger(), 'colleague@example.org')
    expect((await enter(colleague.browser, colleague.code, 'colleague@example.org')).status).toBe(303)
    const { code } = await ask()
    for (let time = 0; time < 60; time++) await enter(community.stranger(), '000 000', `p${time}@example.org`)

    const page = await enter(community.stranger(), code)
    expect(page.status).toBe(422)
    expect(page.html).toContain('Many codes were tried from your network.')
    community.wait({ hours: 1 })
    expect((await enter(community.stranger(), code)).html).toContain('does not work any more')
  })

  test('the mail carries no word that the visitor typed, in any header or line', async () => {
    await community
      .stranger()
      .post('/sign-in', { email: ben, next: '/buy-cheap-pills', website: '', firstName: 'CHEAP PILLS', name: 'CHEAP PILLS' })

    expect(JSON.stringify(await community.mails(ben))).not.toMatch(/pills/i)
  })

  test('nothing in the database opens the door by itself', async () => {
    const { code, link } = await ask()
    const row = await community.db.selectFrom('signInCode').selectAll().executeTakeFirstOrThrow()

    expect(JSON.stringify(row)).not.toContain(code.replace(' ', ''))
    expect(link).not.toBe(`/sign-in/${row.id}`)
    expect((await community.stranger().request('POST', `/sign-in/${row.id}`)).status).toBe(410)
  })
})

describe('addresses', () => {
  test('are one however they are written', async () => {
    await community.person('Ben')
    const { browser } = await ask(community.stranger(), '  BEN@Example.ORG ')
    const code = codeIn((await community.mails(ben)).at(-1)?.body ?? '')

    expect((await enter(browser, code, 'Ben@EXAMPLE.org')).status).toBe(303)
    expect(await browser.get('/me')).toContain('<h1>Ben</h1>')
  })

  test('with a plus are their own, and with an international domain are kept in ASCII', async () => {
    expect((await ask(community.stranger(), 'ben+work@example.org')).code).toMatch(/^\d{3} \d{3}$/)
    await community.stranger().post('/sign-in', { email: 'rosa@correo.españa.example' })
    expect(await community.mailTo('rosa@correo.xn--espaa-rta.example')).toHaveLength(1)
  })

  test('that are none are refused with a sentence, and what was typed is still there', async () => {
    for (const email of [
      '',
      'ben',
      'ben@',
      '@example.org',
      'ben@example',
      'a b@example.org',
      '"ben"@example.org',
      'ben@example.org\r\nBcc: all@example.org',
      `${'b'.repeat(320)}@example.org`,
      'ben@[127.0.0.1]',
      '<script>@example.org',
    ]) {
      const page = await community.stranger().request('POST', '/sign-in', { fields: { email } })
      expect(page.status, email).toBe(422)
      expect(page.html).toContain('Enter an e-mail address like name@example.org.')
    }
    const page = await community.stranger().request('POST', '/sign-in', { fields: { email: '"><img src=x>' } })
    expect(page.html).toContain('value="&quot;>&lt;img src=x>"')
    expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
  })
})

describe('sessions', () => {
  test('signing in gives the browser a new secret, and the one it brought opens nothing', async () => {
    await community.person('Ben')
    const { code } = await ask()
    const planted = 'planted-by-somebody-else-0000000000000000000'
    const { headers } = await community
      .stranger()
      .request('POST', '/sign-in/code', { fields: { email: ben, code }, headers: { cookie: `__Host-session=${planted}` } })

    const cookie = headers.getSetCookie().find((line) => line.startsWith('__Host-session=') && !/max-age=0/i.test(line)) ?? ''
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookie).not.toContain(planted)
    expect((await community.stranger().request('GET', '/me', { headers: { cookie: `__Host-session=${planted}` } })).status).toBe(303)
  })

  test('who signs in as somebody else here is no longer who they were', async () => {
    const chidi = await community.person('Chidi')
    await community.person('Ben')
    const browser = community.as(chidi)
    const { code } = await ask(browser)
    await enter(browser, code)

    expect(await browser.get('/me')).toContain('<h1>Ben</h1>')
    expect((await community.stranger().request('GET', '/me', { headers: { cookie: `__Host-session=${chidi.session}` } })).status).toBe(303)
  })
})

test('in Spanish the pages and the mail speak Spanish', async () => {
  const rosa = community.stranger()
  await rosa.post('/language', { language: 'es', next: '/sign-in' })
  expect(await rosa.get('/sign-in')).toContain('Envíenme un código')

  const { code } = await ask(rosa, 'rosa@example.org')
  const [mail] = await community.mails('rosa@example.org')
  expect(mail?.subject).toBe('Su código para Prairie Network')
  expect(mail?.body).toContain('Cualquiera de los dos sirve, una sola vez')
  expect((await enter(rosa, notThis(code), 'rosa@example.org')).html).toContain('Le quedan 4 intentos.')
  expect(await rosa.post('/sign-in/code', { email: 'rosa@example.org', code })).toContain('Ya tiene un lugar aquí')
  expect(
    await community.db.selectFrom('person').select('language').where('email', '=', 'rosa@example.org').executeTakeFirstOrThrow(),
  ).toEqual({ language: 'es' })
})

test('twenty who use one link at the same moment: one gets in', async () => {
  const { community: real, close } = await ownCommunity()
  try {
    await real.stranger().post('/sign-in', { email: ben })
    const link = (await real.mails(ben))[0]?.links[0] ?? ''
    const answers = await Promise.all(Array.from({ length: 20 }, () => real.stranger().request('POST', link)))

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await real.db.selectFrom('session').select('id').execute()).toHaveLength(1)
  } finally {
    await close()
  }
})

test('twenty guesses at the same moment are five tries', async () => {
  const { community: real, close } = await ownCommunity()
  try {
    await real.stranger().post('/sign-in', { email: ben })
    const code = codeIn((await real.mails(ben))[0]?.body ?? '')
    await Promise.all(Array.from({ length: 20 }, () => enter(real.stranger(), notThis(code))))

    expect((await enter(real.stranger(), code)).status).toBe(422)
  } finally {
    await close()
  }
})
