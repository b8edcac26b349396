import type { Db } from '#database'
import type { Here } from '#platform/http'
import { listStillReading } from './reader.data.ts'
import { leaveToken, preferencesToken } from './links.paths.ts'
import { paths } from './mailing.paths.ts'

/** What may stand as `{{name}}` in a mail to a list; `readerFields` knows it of each reader. */
export const readerFieldNames = ['firstName', 'leaveToken', 'preferencesToken'] as const
export type ReaderFields = Record<(typeof readerFieldNames)[number], string>

/** Addresses to write into a mail to a list, before it is known to whom it goes. */
export const readerLinks = (baseUrl: string) => ({
  leave: baseUrl + paths.unsubscribe('{{leaveToken}}'),
  preferences: baseUrl + paths.preferences('{{preferencesToken}}'),
})

type Reading = { network: { secret: Here['secret'] }; listId: string; /** Stands for a first name that is not known. */ someone: string }

/** Who of these people is on the list at this moment, and what their mail says to them alone. */
export async function fieldsOfReaders(db: Db, reading: Reading, personIds: string[]): Promise<Map<string, ReaderFields>> {
  const readers = await listStillReading(db, reading.listId, personIds)
  return new Map(readers.map((reader) => [reader.personId, fieldsOf(reading, reader)]))
}

export const fieldsOf = (
  { network, listId, someone }: Reading,
  { personId, firstName }: { personId: string; firstName: string },
): ReaderFields => ({
  firstName: firstName || someone,
  leaveToken: leaveToken(network, { listId, personId }),
  preferencesToken: preferencesToken(network, personId),
})
