import { announce, listMyEvents } from '#events'
import type { DataOf, Eraser, MeSection } from '#people'
import { say } from '#platform/text'
import { forgetRsvps } from '#seats'
import { findFeedVersion } from './feed.data.ts'
import { feedToken } from './feed-token.ts'
import { MyEvents } from './me.pages.tsx'
import { listAnswersOf, listAsksOf, listInterestsOf } from './my-answers.data.ts'

/** What this person comes to. */
export const myEventsSection: MeSection = async (db, person, network, now) => {
  const events = await listMyEvents(db, { networkId: network.id, language: person.language ?? network.language, personId: person.id }, now)
  return <MyEvents events={events} token={feedToken(network.secret, person.id, await findFeedVersion(db, person.id))} />
}

/** Every answer to an event, what was typed and never confirmed, and the dates they want to be told. */
export const rsvpData: DataOf = async (db, personId) => ({
  answers: await listAnswersOf(db, personId),
  unconfirmed: await listAsksOf(db, personId),
  datesToBeTold: await listInterestsOf(db, personId),
})

/**
 * What a person reads beside it.
 * @public
 */
export const rsvpDataWords = [
  say('Rsvps'),
  say('Answers'),
  say('Event'),
  say('Starts at'),
  say('Answer'),
  say('Place'),
  say('Question'),
  say('Answered at'),
  say('Unconfirmed'),
  say('Asked at'),
  say('Time zone'),
  say('Dates to be told'),
  say('Confirmed at'),
  say('Name'),
]

/** Seats ahead go to those who wait, who are told; counts of what is over stay without the person. */
export const eraseRsvps: Eraser = async (tx, personId, now) => {
  for (const { eventId, promoted } of await forgetRsvps(tx, personId, now))
    if (promoted.length > 0) await announce(tx, 'seats-given', { eventId, personIds: promoted })
}
