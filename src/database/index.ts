/**
 * The database: connecting, transactions, migrations, and the PostgreSQL that npm ships.
 * Rooms import types and `transaction` from here; SQL itself lives in their `*.data.ts`.
 */
export { addressOf, connect, openPool, type Db } from './connect.ts'
export { compiledOnce } from './compiled-once.ts'
export { migrate } from './migrate.ts'
export { afterCommit, transaction, type Tx } from './transaction.ts'
/** A UUIDv7 (RFC 9562, section 5.7): made by the program, sorted by the moment it was made. */
export { randomUUIDv7 as newId } from 'node:crypto'
