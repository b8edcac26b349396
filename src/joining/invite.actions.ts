import { transaction, type Db, type Tx } from '#database'
import { lockListsOf, noteInvitation, reasonsAgainst, shownIn, type List } from '#mailing'
import { findOrBeginPerson, type Place } from '#people'
import { queueMail } from '#platform/mail'
import { mayAskAddress } from './asking.ts'
import { invitationMail } from './invite.mails.tsx'

type Inviting = { list: List; emails: string[]; by: { id: string; name: string } }

export type Invited = { invited: number; passed: number }

/**
 * Asks people onto a list by mail. Passed over is whoever is on it, whose address takes no mail or was forgotten, and whoever was
 * asked often enough today.
 */
export function invite(db: Db, place: Place, { emails, ...inviting }: Inviting, now: Temporal.Instant): Promise<Invited> {
  return transaction(db, async (tx) => {
    const invited: string[] = []
    // In the order of the addresses, so that two stewards who invite the same people at once wait for each other and go on.
    for (const email of emails.toSorted()) if (await inviteOne(tx, place, { ...inviting, email }, now)) invited.push(email)
    return { invited: invited.length, passed: emails.length - invited.length }
  })
}

type One = Omit<Inviting, 'emails'> & { email: string }

async function inviteOne(tx: Tx, place: Place, { list, email, by }: One, now: Temporal.Instant): Promise<boolean> {
  const { network } = place
  if ((await reasonsAgainst(tx, network, email)).length > 0) return false
  const person = await findOrBeginPerson(tx, { email }, now)
  if ((await lockListsOf(tx, network.id, person.id)).has(list.id)) return false
  if (!(await mayAskAddress(tx, email, now))) return false
  const language = person.language ?? network.language
  await noteInvitation(tx, network, { person, list, language, handId: by.id }, now)
  await queueMail(tx, invitationMail({ ...place, person, language, list: shownIn(list, language), inviter: by.name }), now)
  return true
}
