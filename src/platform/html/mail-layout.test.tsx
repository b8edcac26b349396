import { expect, test } from 'vitest'
import { mailHtml, mailText, type MailLayout } from './mail-layout.tsx'
import { MailButton, MailFacts, MailText, MailTitle } from './mail-parts.tsx'
import { renderFragment } from './render.ts'

const mail: MailLayout = {
  network: { name: 'Sector <Partnerships>', accent: '#8b1e3f' },
  language: 'en',
  body: renderFragment(
    <>
      <MailTitle>You are going</MailTitle>
      <MailText>Dear Ben,</MailText>
      <MailFacts facts={[{ name: 'When', value: 'Thursday, January 15, 2026' }, null, { name: 'Where', value: 'Online' }]} />
      <MailButton href="https://community.example/events/spring-call?a=1&b=2">See the event</MailButton>
    </>,
  ),
  why: 'You get this because you said you are coming.',
  leave: { href: 'https://community.example/leave', words: 'Leave the list' },
}

test('Ben reads the mail with pictures off and styles off', () => {
  expect(mailText(mail)).toBe(`You are going
=============

Dear Ben,

When: Thursday, January 15, 2026
Where: Online

See the event:
https://community.example/events/spring-call?a=1&b=2

-- 
Sector <Partnerships>
You get this because you said you are coming.
Leave the list: https://community.example/leave
`)
})

test('the button wears the accent of the community, and no mark is left unfilled', () => {
  const html = mailHtml(mail)
  expect(html).toContain('background:#8b1e3f')
  expect(html).not.toContain('#acce0')
  expect(html).toContain('Sector &lt;Partnerships>')
  expect(html.startsWith('<!doctype html><html lang="en"')).toBe(true)
})

test('a community without an accent of its own has the house’s', () => {
  expect(mailHtml({ ...mail, network: { name: 'x' } })).toContain('background:#1f4a73')
})
