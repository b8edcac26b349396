import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { createTransport } from 'nodemailer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { afterEach, expect, test } from 'vitest'
import { newLog } from '#platform/http'
import { say, testConfig, useCommunity } from '#test'
import { newCertificate } from './certificate.ts'
import { selfMadeCertificate } from './self-made-certificate.ts'
import { startMailIn, type MailInParts } from './start.ts'

const community = useCommunity()
let stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const got: string[] = []
async function listening(more: Partial<MailInParts> = {}, settings: Partial<typeof testConfig> = {}) {
  got.length = 0
  const { db, now } = community
  const routes: MailInParts['routes'] = {
    leave: ({ mail }) => {
      got.push(mail.parts[0]?.body ?? '')
      return Promise.resolve('taken')
    },
  }
  const config = { ...testConfig, host: '127.0.0.1', mailInPort: 0, ...settings }
  const { port, stop } = await startMailIn({ config, db, log: newLog(config), routes, now, ...more })
  stops.push(stop)
  return port ?? 0
}

/** The certificate that a server is shown which encrypts with us. */
async function shownBy(port: number): Promise<string> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, requireTLS: true, tls: { rejectUnauthorized: false } })
  await new Promise<void>((resolve, reject) => {
    connection.on('error', reject)
    connection.connect(() => resolve())
  })
  const { subject } = (connection as unknown as { _socket: TLSSocket })['_socket'].getPeerCertificate()
  connection.quit()
  return String(subject.CN)
}

function files() {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-certificate-'))
  const [mailInTlsKey, mailInTlsCert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const write = ({ key, cert }: { key: string; cert: string }, second: number) => {
    writeFileSync(mailInTlsKey, key)
    writeFileSync(mailInTlsCert, cert)
    for (const file of [mailInTlsKey, mailInTlsCert]) utimesSync(file, second, second)
  }
  return { mailInTlsKey, mailInTlsCert, write }
}

test('whoever wants to encrypts, though no certificate is set', async () => {
  const port = await listening()
  const transport = createTransport({ host: '127.0.0.1', port, requireTLS: true, tls: { rejectUnauthorized: false } } as object)

  await transport.sendMail({ envelope: { from: '', to: 'leave@community.example.org' }, raw: 'Subject: x\r\n\r\nHello\r\n' })
  expect(got).toEqual(['Hello\n'])
  expect(await shownBy(port)).toBe('community.example.org')
  transport.close()
})

test('a certificate that is renewed is shown from the next conversation on; a broken one is not', async () => {
  const { write, ...set } = files()
  write(selfMadeCertificate('first.example.org'), 1)
  const port = await listening({}, set)
  expect(await shownBy(port)).toBe('first.example.org')

  write(selfMadeCertificate('second.example.org'), 2)
  expect(await shownBy(port)).toBe('second.example.org')
  write({ ...selfMadeCertificate('third.example.org'), key: 'not a key' }, 3)
  expect(await shownBy(port)).toBe('second.example.org')
})

test('a certificate that is not there, or half of one, is said at the start', () => {
  const files = { mailDomain: 'x.example.org', mailInTlsKey: '/nowhere/key.pem', mailInTlsCert: '/nowhere/cert.pem' }
  expect(() => newCertificate(files)).toThrow('should name a key and its certificate')
  expect(() => newCertificate({ ...files, mailInTlsCert: null })).toThrow('belong together')
})

const begin = ['EHLO x', 'MAIL FROM:<chidi@example.com>', 'RCPT TO:<leave@community.example.org>', 'DATA'].join('\r\n')
const codes = (answers: string[]) => answers.filter((line) => /^\d{3} /.test(line)).map((line) => line.slice(0, 3))

test.each(['\n.\n', '\r.\r', '\n.\r\n', '\r\n.\n', '\r.\r\n', '\r\n\0.\r\n'])(
  'no second mail is smuggled in behind a false end: %j',
  async (falseEnd) => {
    const second = 'MAIL FROM:<ada@example.org>\r\nRCPT TO:<leave@community.example.org>\r\nDATA\r\nSubject: forged\r\n\r\nForged'
    const answers = await say(await listening(), `${begin}\r\nSubject: one\r\n\r\nOne${falseEnd}${second}\r\n.\r\nQUIT\r\n`)

    expect(codes(answers)).toEqual(['220', '250', '250', '250', '354', '250', '221'])
    expect(got).toHaveLength(1)
    expect(got[0]).toContain('Forged')
  },
)

test('postmaster is reached without a domain, and nobody else is', async () => {
  const asked: string[] = []
  const postmaster = ({ to }: { to: string }) => Promise.resolve(asked.push(to) > 0 ? ('taken' as const) : ('unknown' as const))
  const port = await listening({ routes: { postmaster, leave: postmaster } })
  const write = (to: string) =>
    say(
      port,
      ['EHLO x', 'MAIL FROM:<chidi@example.com>', `RCPT TO:<${to}>`, 'DATA', 'Subject: x', '', 'Hello', '.', 'QUIT', ''].join('\r\n'),
    )

  expect(codes(await write('Postmaster'))).toEqual(['220', '250', '250', '250', '354', '250', '221'])
  expect((await write('leave')).some((line) => line.startsWith('354'))).toBe(false)
  expect((await write('postmaster@elsewhere.example.org')).some((line) => line.startsWith('354'))).toBe(false)
  expect(asked).toHaveLength(1)
})

test('who takes too long is let go', async () => {
  const port = await listening({ patience: Temporal.Duration.from({ milliseconds: 300 }) })

  expect((await say(port, 'EHLO x\r\n')).at(-1)).toMatch(/^421 4\.4\.2 This takes too long/)
})

test('fifty megabytes are not taken, and the next mail is', async () => {
  const port = await listening()
  const line = `${'x'.repeat(998)}\r\n`
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true } as object)
  const send = (raw: string | Buffer) =>
    transport.sendMail({ envelope: { from: '', to: 'leave@community.example.org' }, raw }).then(
      () => 'taken',
      (error: Error & { responseCode?: number }) => error.responseCode,
    )

  expect(await send(Buffer.concat([Buffer.from('Subject: x\r\n\r\n'), Buffer.alloc(50_000_000, line)]))).toBe(552)
  expect(await send('Subject: x\r\n\r\nHello\r\n')).toBe('taken')
  expect(got).toEqual(['Hello\n'])
  transport.close()
})
