import { transaction, type Db, type Tx } from '#database'
import { queueMail } from '#platform/mail'
import type { Role } from './people.tables.ts'
import type { Place } from './place.ts'
import { findMember, findRole, lockOwners, saveMembership, saveRoleChange } from './role.data.ts'
import { roleMail } from './role.mails.tsx'
import { isLastOwner } from './role.rules.ts'

/** `by` is nobody when it is whoever runs the server. */
export type RoleGift = { personId: string; role: Role; by: string | null }

/** Gives someone a role in place of any other, and notes who did. Whether it may be taken from an owner is for the caller to know. */
export async function giveRole(tx: Tx, networkId: string, { personId, role, by }: RoleGift, now: Temporal.Instant): Promise<void> {
  const current = await findRole(tx, networkId, personId)
  if (current === role) return
  await saveMembership(tx, { networkId, personId, role }, now)
  await saveRoleChange(tx, { networkId, personId, changedBy: by, fromRole: current ?? null, toRole: role }, now)
}

export type RoleOutcome = { role: Role } | { refused: 'last-owner' | 'not-here' }

/** An owner gives or takes a role; the person is told by mail. The last owner stays one. */
export function changeRole(db: Db, place: Place, gift: RoleGift, now: Temporal.Instant): Promise<RoleOutcome> {
  const { network } = place
  return transaction(db, async (tx) => {
    const owners = await lockOwners(tx, network.id)
    const person = await findMember(tx, network.id, gift.personId)
    if (!person) return { refused: 'not-here' }
    if (gift.role !== 'owner' && isLastOwner(owners, person.id)) return { refused: 'last-owner' }
    if (person.role === gift.role) return { role: gift.role }
    await giveRole(tx, network.id, gift, now)
    await queueMail(tx, roleMail({ ...place, person, role: gift.role }), now)
    return { role: gift.role }
  })
}
