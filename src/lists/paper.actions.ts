import { transaction, type Db } from '#database'
import { lockStanding, putOnByPaper, reasonsAgainst, shownIn, type List } from '#mailing'
import type { Config } from '#config'
import { findOrBeginPerson, type Place } from '#people'
import { queueMail } from '#platform/mail'
import type { Paper } from './paper.form.ts'
import { paperMail } from './paper.mails.tsx'
import { againstPaper, type PaperRefusal } from './people.rules.ts'

export type PaperOutcome = { added: string } | { refused: PaperRefusal }

type Adding = { place: Place; config: Config; list: List; paper: Paper; handId: string }

/**
 * Puts somebody on a list by the consent that they gave on paper, and tells them by mail how to leave at once. Whoever left
 * since then stays off, and so does an address that takes no mail.
 */
export function addByPaper(db: Db, { place, config, list, paper, handId }: Adding, now: Temporal.Instant): Promise<PaperOutcome> {
  const { network } = place
  const { email, firstName, lastName, language, place: where, givenOn, wording } = paper
  return transaction(db, async (tx) => {
    const person = await findOrBeginPerson(tx, { email, firstName, lastName, language }, now)
    const { isOn, leftAt } = await lockStanding(tx, network.id, { listId: list.id, personId: person.id })
    const leftOn = leftAt && leftAt.toZonedDateTimeISO(network.timeZone).toPlainDate()
    const refused = againstPaper({ isOn, leftOn, stoppedFor: await reasonsAgainst(tx, network, email) }, givenOn)
    if (refused) return { refused }
    await putOnByPaper(tx, network, { person, list, wording, place: where, givenOn, handId }, now)
    const reader = { ...place, config, person, language: person.language ?? language }
    await queueMail(tx, paperMail({ ...reader, list: shownIn(list, reader.language), givenOn, where }), now)
    return { added: person.id }
  })
}
