import { eventPaths, findEvent, findNextEvent } from '#events'
import { say } from '#platform/text'
import { formatWhen } from '#platform/time'
import type { DeskLine, DeskNews } from './desk.ts'
import { countStuckMails } from './mail-desk.data.ts'

/** The next event and who comes to it. */
export const nextEventDesk: DeskNews = async (db, { network, person, language, now }) => {
  const reader = { networkId: network.id, language }
  const next = await findNextEvent(db, reader, now)
  const event = next && (await findEvent(db, reader, { id: next.id }))
  if (!event?.startsAt) return []
  const fact = formatWhen({ ...event, startsAt: event.startsAt, timeZone: person.timeZone ?? event.timeZone }, language)
  const values = { title: event.title, count: event.seated }
  return [
    { kind: 'waits', href: eventPaths.attendees(event.slug), sentence: say('{{count}} people are coming to “{{title}}”'), values, fact },
  ]
}

/** Mail that does not leave, told to the owner, who can look into the outbox. */
export const mailDesk: DeskNews = async (db, { network, person, now }) => {
  if (!person.isOwner) return []
  const { failed, waiting } = await countStuckMails(db, network.id, now)
  const outbox: DeskLine = { kind: 'keep', href: '/outbox', sentence: say('The outbox: every mail that left or will') }
  const lines: DeskLine[] = [
    { kind: 'waits', href: '/outbox', sentence: say('{{count}} mails wait longer than ten minutes'), values: { count: waiting } },
    { kind: 'waits', href: '/outbox', sentence: say('{{count}} mails of this week could not be delivered'), values: { count: failed } },
  ]
  return [...lines.filter((line) => line.values?.['count'] !== 0), outbox]
}

/** Who is here, and who may do what. */
export const peopleDesk: DeskNews = () =>
  Promise.resolve([{ kind: 'keep', href: '/admin/people', sentence: say('People and what they may do') }])
