/**
 * DKIM: signs what leaves with keys of its own, RSA and Ed25519, and says which records belong in DNS for them.
 * A new key waits until its record is seen; the old one's record stays for a while, so that mail on its way can be checked.
 * Owns the tables `dkim_key`, `dkim_hold`.
 */
export type { DkimTables } from './dkim.tables.ts'
export { checkDkim, dkimState, rotateDkim, startSigning, stopSigning } from './dkim.actions.ts'
export { domainOf, type Algorithm, type DkimKey, type DkimState, type DnsRecord } from './dkim.rules.ts'
export { lookUpText, type LookUpText } from './text-records.ts'
export { dkimJobs } from './dkim.jobs.ts'
export { newSigner, type Signer } from './signer.ts'
