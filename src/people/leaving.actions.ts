import { transaction, type Db } from '#database'
import { addJob } from '#platform/jobs'
import { forgetMailsTo, queueMail } from '#platform/mail'
import type { Language } from '#platform/text'
import type { Eraser } from './contributions.ts'
import { goodbyeMail } from './leaving.mails.tsx'
import { removePerson } from './person.data.ts'
import type { Place } from './place.ts'
import { lockOwnersBeside } from './role.data.ts'
import { isLastOwner } from './role.rules.ts'

export type Leaver = { id: string; email: string; language: Language | null }

const goodbyeIsKept = Temporal.Duration.from({ hours: 24 * 7 })

/**
 * Forgets someone: every room empties what speaks of them, their row goes and takes sessions and passkeys along, a goodbye is
 * mailed. All of it or nothing. The last owner of a network cannot go.
 */
export function leave(
  db: Db,
  place: Place,
  { leaver, erasers }: { leaver: Leaver; erasers: Eraser[] },
  now: Temporal.Instant,
): Promise<'left' | { refused: 'last-owner' }> {
  return transaction(db, async (tx) => {
    if (isLastOwner(await lockOwnersBeside(tx, leaver.id), leaver.id)) return { refused: 'last-owner' }
    for (const erase of erasers) await erase(tx, leaver.id, now)
    await forgetMailsTo(tx, { address: leaver.email })
    const onceKey = `goodbye ${leaver.id}`
    await queueMail(tx, { ...goodbyeMail({ ...place, leaver }), onceKey }, now)
    await addJob(tx, 'forget-goodbye', { onceKey }, { runAt: now.add(goodbyeIsKept) })
    await removePerson(tx, leaver.id)
    return 'left'
  })
}
