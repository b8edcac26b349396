import type { Db, Tx } from '#database'

/** How this person is shown, in each language. */
export const listSpeakersWho = (db: Db, personId: string) =>
  db
    .selectFrom('speaker')
    .innerJoin('speakerText', 'speakerText.speakerId', 'speaker.id')
    .select(['name', 'organisation', 'picture', 'role', 'bio'])
    .where('personId', '=', personId)
    .orderBy('speaker.id')
    .orderBy('language')
    .execute()

export async function forgetSpeaker(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('speakerText')
    .where('speakerId', 'in', (of) => of.selectFrom('speaker').select('id').where('personId', '=', personId))
    .execute()
  await tx.updateTable('speaker').set({ picture: null, organisation: '', personId: null }).where('personId', '=', personId).execute()
}
