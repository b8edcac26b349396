import type { Db } from '#database'
import type { RecordingConsentTable } from './consents.tables.ts'

export type Where = { networkId: string; event: { slug: string } | { id: string } }

/** The first time stands. */
export const saveConsent = (db: Db, { networkId, event }: Where, { personId, agreedAt, wording }: Omit<RecordingConsentTable, 'eventId'>) =>
  db
    .insertInto('recordingConsent')
    .columns(['eventId', 'personId', 'agreedAt', 'wording'])
    .expression((from) =>
      from
        .selectFrom('event')
        .select((of) => ['id', of.val(personId).as('personId'), of.val(agreedAt).as('agreedAt'), of.val(wording).as('wording')])
        .where('networkId', '=', networkId)
        .where('isRecorded', '=', true)
        .where((is) => ('id' in event ? is('id', '=', event.id) : is('slug', '=', event.slug))),
    )
    .onConflict((same) => same.doNothing())
    .execute()

export const listConsentsOf = (db: Db, personId: string) =>
  db
    .selectFrom('recordingConsent')
    .innerJoin('event', 'event.id', 'recordingConsent.eventId')
    .innerJoin('network', 'network.id', 'event.networkId')
    .innerJoin('eventText', (join) => join.onRef('eventText.eventId', '=', 'event.id').onRef('eventText.language', '=', 'network.language'))
    .select(['eventText.title as event', 'agreedAt', 'wording'])
    .where('personId', '=', personId)
    .orderBy('agreedAt')
    .execute()
