import type { Db } from '#database'

type Which = { personId: string } | { address: string } | { onceKey: string }

/** Forgets who got mails and what they said; that they were sent is all that stays. What waits still is stopped. */
const forget = (db: Db, which: Which) =>
  db
    .updateTable('mail')
    .set((row) => ({
      toAddress: 'forgotten@example.invalid',
      subject: '',
      body: '',
      extras: '{}',
      lastAnswer: null,
      personId: null,
      state: row
        .case()
        .when('state', '=', 'waiting')
        .then('stopped' as const)
        .else(row.ref('state'))
        .end(),
    }))
    .$if('personId' in which, (of) => of.where('personId', '=', 'personId' in which ? which.personId : null))
    .$if('address' in which, (of) => of.where('personId', 'is', null).where('toAddress', '=', 'address' in which ? which.address : ''))
    .$if('onceKey' in which, (of) => of.where('onceKey', '=', 'onceKey' in which ? which.onceKey : null))
    .execute()

/** Those to someone who leaves. */
export const forgetMails = (db: Db, personId: string) => forget(db, { personId })

/** Those that name no person here: to an address, or the one queued under a key. */
export const forgetMailsTo = (db: Db, which: { address: string } | { onceKey: string }) => forget(db, which)
