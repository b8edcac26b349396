/**
 * Deliverability: whether receivers believe that our mail is ours (SPF, DKIM, DMARC, MX, the server's name and TLS), and what to add at
 * the DNS host. Asks only about the names in our own settings, and only when the owner presses the button.
 * Owns the table `deliverability_check`.
 */
export type { DeliverabilityTables } from './deliverability.tables.ts'
export { deliverabilityDesk } from './deliverability.desk.ts'
export { deliverabilityRoutes } from './deliverability.routes.tsx'
export { signingRecords } from './signing-records.ts'
export { systemDns } from './dns.ts'
export { readTls } from './tls.ts'
