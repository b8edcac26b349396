/**
 * The database: connecting, transactions, migrations, and the PostgreSQL that npm ships.
 * Rooms import types and `transaction` from here; SQL itself lives in their `*.data.ts`.
 */
export { addressOf, connect, openPool, type Db } from './connect.ts'
export { compiledOnce } from './compiled-once.ts'
export { migrate } from './migrate.ts'
export { afterCommit, readMany, transaction, type Tx } from './transaction.ts'
/** A UUIDv7 made by the program (RFC 9562, sections 5.7 and 6.2): those of one process sort in the order in which they were made. */
export { v7 as newId } from 'uuid'
