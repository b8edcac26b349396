import { describe, expect, test } from 'vitest'
import { useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const whole = {
  firstName: 'Ben',
  lastName: 'Okafor',
  organisation: 'Prairie Workforce Board',
  job: 'Convener',
  state: 'NE',
  timeZone: 'America/Denver',
  language: 'en',
}
const rowOf = (person: TestPerson) => community.db.selectFrom('person').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
const save = (person: TestPerson, fields: Record<string, string | string[]>) =>
  community.as(person).request('POST', '/me/profile', { fields })

describe('my profile', () => {
  test('Ben says who he is and what members may see', async () => {
    const ben = await community.person('Ben')

    const page = await community.as(ben).post('/me/profile', { ...whole, 'shows-name': 'yes', 'shows-state': 'yes' })

    expect(page).toContain('Your profile is kept.')
    expect(page).toContain('<h1>Ben Okafor</h1>')
    expect(page).toContain('Name, State')
    expect(await rowOf(ben)).toMatchObject({ ...whole, shown: ['name', 'state'] })
    const form = await community.as(ben).get('/me/profile')
    expect(form).toContain('value="Okafor"')
    expect(form).toMatch(/<option value="NE" selected[^>]*>Nebraska/)
    expect(form.match(/checked/g)).toHaveLength(2)
  })

  test('what is not ticked any more is not shown any more', async () => {
    const ben = await community.person('Ben', { shown: ['name', 'email'] })
    await save(ben, whole)
    expect((await rowOf(ben)).shown).toEqual([])
  })

  test('names of every kind come back as they were written', async () => {
    const ben = await community.person('Ben')
    const names = [
      'Zoë 🌻',
      '李小龍',
      'عبد الله',
      "O'Brien-Şahin",
      '=1+1',
      '@SUM(A1)',
      '<b>Ben</b>',
      '"><script>alert(1)</script>',
      '{{name}}',
      '${7*7}',
      "Robert'); drop table person;--",
    ]
    for (const firstName of names) {
      expect((await save(ben, { ...whole, firstName, lastName: '' })).status).toBe(303)
      expect((await rowOf(ben)).firstName).toBe(firstName)
      const page = await community.as(ben).get('/me')
      expect(page).toContain(`<h1>${escaped(firstName)}</h1>`)
      expect(page).not.toContain('<script>alert')
    }
  })

  test('lines, direction marks and zeros are taken out of a name', async () => {
    const ben = await community.person('Ben')
    await save(ben, { ...whole, firstName: ' Ben\r\nBcc: all@example.org\0 ', lastName: '\u202Efdp.exe' })
    expect(await rowOf(ben)).toMatchObject({ firstName: 'Ben Bcc: all@example.org', lastName: 'fdp.exe' })
  })

  test('what is too long or not in the list is refused with a sentence, and what was typed is still there', async () => {
    const ben = await community.person('Ben')
    for (const [field, value, sentence] of [
      ['firstName', 'x'.repeat(81), 'This is too long.'],
      ['organisation', '🌻'.repeat(161), 'This is too long.'],
      ['state', 'XX', 'Choose a state from the list.'],
      ['timeZone', 'EST', 'Choose a time zone from the list.'],
      ['language', 'fr', 'Choose a language from the list.'],
    ] as const) {
      const page = await save(ben, { ...whole, lastName: 'Kept', [field]: value })
      expect(page.status, field).toBe(422)
      expect(page.html).toContain(sentence)
      expect(page.html).toContain('value="Kept"')
    }
    expect(await rowOf(ben)).toMatchObject({ firstName: 'Ben', lastName: '' })
  })

  test('a name of a megabyte is refused before it is read', async () => {
    const ben = await community.person('Ben')
    expect((await save(ben, { ...whole, firstName: 'x'.repeat(1_000_000) })).status).toBe(413)
    expect((await save(ben, { ...whole, firstName: 'x'.repeat(400_000) })).status).toBe(422)
  })

  test('further keys change nothing', async () => {
    const ben = await community.person('Ben')
    const before = await rowOf(ben)
    await save(ben, {
      ...whole,
      role: 'owner',
      isOwner: 'true',
      email: 'ada@example.org',
      id: crypto.randomUUID(),
      personId: crypto.randomUUID(),
      emailProvedAt: '',
      shown: ['email'],
      __proto__: 'x',
      'shows-role': 'yes',
    })

    expect(await rowOf(ben)).toMatchObject({ id: before.id, email: before.email, emailProvedAt: before.emailProvedAt, shown: [] })
    expect((await community.as(ben).request('GET', '/admin/people')).status).toBe(404)
  })

  test('fields sent twice, or as a file, are refused without harm', async () => {
    const ben = await community.person('Ben')
    expect((await save(ben, { ...whole, firstName: ['Ben', 'Owner'] })).status).toBe(422)
    const file = await community.as(ben).request('POST', '/me/profile', { fields: { ...whole, firstName: new File(['x'], 'x.txt') } })
    expect(file.status).toBe(422)
    expect((await rowOf(ben)).firstName).toBe('Ben')
  })

  test('the pages follow the language that was chosen', async () => {
    const ben = await community.person('Ben')
    expect(await community.as(ben).post('/me/profile', { ...whole, language: 'es' })).toContain('Su perfil quedó guardado.')
    expect(await community.as(ben).get('/me/profile')).toContain('Los demás miembros pueden ver mi…')
  })

  test('strangers are asked to sign in first', async () => {
    for (const path of ['/me', '/me/profile'])
      expect((await community.stranger().request('GET', path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    expect((await community.stranger().request('POST', '/me/profile', { fields: whole })).location).toBe('/sign-in?next=%2Fme')
  })
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
