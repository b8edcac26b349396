import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listCertificatesOf } from './certificate.data.ts'

/** Every certificate this person took. */
export const certificateData: DataOf = async (db, personId) => ({ certificates: await listCertificatesOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const certificateDataWords = [say('Certificates'), say('Code'), say('Hours'), say('Issued at'), say('Withdrawn reason')]
