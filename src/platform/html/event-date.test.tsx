import { expect, test } from 'vitest'
import { EventDate } from './event-date.tsx'
import { visit } from './page-for-tests.ts'
import { renderPart } from './render.ts'

const call = {
  startsAt: Temporal.Instant.from('2026-01-15T20:00:00Z'),
  endsAt: Temporal.Instant.from('2026-01-15T21:00:00Z'),
  timeZone: 'America/Chicago',
}
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

test('a visitor reads the hour of the event, and the hours of the other zones of the United States', () => {
  const html = renderPart(<EventDate {...call} />, visit())
  expect(words(html)).toBe(
    'Thursday January 15 2026 2:00 – 3:00 PM Central Time 3:00 – 4:00 PM Eastern 1:00 – 2:00 PM Mountain 12:00 – 1:00 PM Pacific',
  )
  expect(html).toContain('<time datetime="2026-01-15T20:00:00Z">')
  expect(html).toContain(
    '<local-time class="event-date date-large" starts="2026-01-15T20:00:00Z" ends="2026-01-15T21:00:00Z" zone="America/Chicago" month="long">',
  )
})

test('Ben has chosen his zone, so the browser is not asked', () => {
  const html = renderPart(<EventDate {...call} />, visit({ timeZone: 'America/Denver' }))
  expect(html).not.toContain('local-time')
  expect(words(html)).toBe('Thursday January 15 2026 1:00 – 2:00 PM Mountain Time 2:00 – 3:00 PM Central Time')
})

test('in Spanish', () => {
  const html = renderPart(<EventDate {...call} />, visit({ language: 'es' }))
  expect(words(html)).toContain('jueves 15 de enero 2026 2:00–3:00 p.m. hora central')
  expect(words(html)).toContain('3:00–4:00 p.m. Este')
})

test('in a list the month is short and other clocks are left to the page', () => {
  expect(words(renderPart(<EventDate {...call} size="entry" />, visit()))).toBe('Thursday Jan 15 2026 2:00 – 3:00 PM Central Time')
})

test('a date that is not set is said to be open', () => {
  expect(words(renderPart(<EventDate startsAt={null} timeZone="America/Chicago" />, visit()))).toBe('Date to be announced')
})
