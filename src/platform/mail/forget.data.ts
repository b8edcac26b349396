import type { Db } from '#database'

/** Forgets mails that name no person here: those to an address, or the one queued under a key. That one was sent is all that stays. */
export const forgetMailsTo = (db: Db, which: { address: string } | { onceKey: string }) =>
  db
    .updateTable('mail')
    .set((row) => ({
      toAddress: 'forgotten@example.invalid',
      subject: '',
      body: '',
      extras: '{}',
      lastAnswer: null,
      state: row.case().when('state', '=', 'waiting').then('stopped' as const).else(row.ref('state')).end(),
    }))
    .where((is) => ('address' in which ? is.and([is('personId', 'is', null), is('toAddress', '=', which.address)]) : is('onceKey', '=', which.onceKey)))
    .execute()
