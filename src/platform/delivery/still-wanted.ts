import type { Db } from '#database'
import type { DueMail, Fields, Preparer, ReadyMail } from '#platform/mail'
import { saveStopped } from './claim.data.ts'

/** Asks the rooms which of these readers want their edition still; the mails of the others are stopped. */
export async function stillWanted(db: Db, preparer: Preparer, mails: DueMail[]): Promise<ReadyMail[]> {
  const byContent = Map.groupBy(mails, (mail) => mail.contentId ?? '')
  const ready: ReadyMail[] = []
  const unwanted: string[] = []
  for (const [contentId, group] of byContent) {
    const fields = await fieldsOfReaders(db, preparer, contentId, group)
    for (const mail of group) {
      const own = mail.personId === null ? undefined : fields.get(mail.personId)
      if (own) ready.push(await preparer.ready(mail, own))
      else unwanted.push(mail.id)
    }
  }
  if (unwanted.length > 0) await saveStopped(db, unwanted)
  return ready
}

async function fieldsOfReaders(db: Db, preparer: Preparer, contentId: string, mails: DueMail[]): Promise<Map<string, Fields>> {
  const { kind } = await preparer.edition(contentId)
  const people = mails.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  return kind.stillReads ? kind.stillReads(db, contentId, people) : new Map(people.map((id) => [id, {}]))
}
