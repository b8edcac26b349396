/**
 * Certificates of attendance for continuing-education credit: who was there takes one, prints it, and anyone who is given its code verifies
 * it. Owns the tables `certificate_offer`, `rhythm_certificate_offer`, `certificate`.
 */
export type { CertificatesTables } from './certificates.tables.ts'
export { certificateRoutes } from './certificate.routes.tsx'
export { offerRoutes } from './offer.routes.tsx'
export { eraseCertificates } from './certificate.actions.ts'
export { certificateData } from './contributions.ts'
