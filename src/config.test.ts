import { expect, test } from 'vitest'
import { readConfig } from '#config'
import { StartupProblem } from '#problem'

test('without settings a community opens on this machine and keeps its mail', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    smtpUrl: null,
    databaseUrl: null,
    trustedProxies: 0,
  })
})

test('an empty setting is one that was not made', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null, databaseUrl: null })
})

test('mail comes from the domain people type, unless another is named', () => {
  expect(readConfig({ BASE_URL: 'https://community.example.org/' })).toMatchObject({
    baseUrl: 'https://community.example.org',
    mailDomain: 'community.example.org',
    mailFrom: 'community@community.example.org',
  })
  expect(readConfig({ BASE_URL: 'https://www.example.org', MAIL_DOMAIN: 'mail.example.org' }).mailFrom).toBe('community@mail.example.org')
})

test('limits of receiving domains are read as connections and letters a minute', () => {
  expect(readConfig({ MAIL_LIMITS: '*=10 Example.org=2,60/min' }).mailLimits).toEqual({
    '*': { connections: 10, perMinute: undefined },
    'example.org': { connections: 2, perMinute: 60 },
  })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['BASE_URL', 'community.example.org'],
  ['BASE_URL', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://db/x'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'hello'],
  ['OWNER_EMAIL', 'Ada'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_TOKEN', 'short'],
  ['MAIL_DOMAIN', 'a b'],
  ['MAIL_CONNECTIONS', '0'],
  ['MAIL_LIMITS', 'example.org'],
  ['MAIL_LIMITS', 'example.org=0'],
  ['MAIL_LIMITS', '*=5,60/hour'],
])('a wrong %s is refused with a sentence that says what it should be', (name, value) => {
  const read = () => readConfig({ [name]: value })

  expect(read).toThrow(StartupProblem)
  expect(read).toThrow(`The setting ${name} should be `)
})

test('all wrong settings are named at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT[^]*LOG_LEVEL/)
})
