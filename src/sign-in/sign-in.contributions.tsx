import type { DataOf, Eraser, MeSection } from '#people'
import { say } from '#platform/text'
import { countWaysIn, listPasskeysKept, listSessionsKept, removeCodesTo } from './sign-in.data.ts'
import { WaysIn } from './ways-in.pages.tsx'

export const signInSection: MeSection = async (db, person, _network, now) => (
  <WaysIn email={person.email} {...await countWaysIn(db, person.id, now)} />
)

/** Secrets are left out: they would open the door to whoever finds the file. */
export const signInData: DataOf = async (db, personId) => ({
  sessions: await listSessionsKept(db, personId),
  passkeys: await listPasskeysKept(db, personId),
})

/** Sessions and passkeys go with the person's row. */
export const eraseSignIns: Eraser = (tx, personId) => removeCodesTo(tx, personId)

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const signInDataWords = [
  say('Sessions'),
  say('Passkeys'),
  say('Browser'),
  say('System'),
  say('Began at'),
  say('Seen at'),
  say('Ends at'),
  say('Name'),
  say('Made at'),
  say('Used at'),
]
