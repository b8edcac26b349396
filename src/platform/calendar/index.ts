/**
 * Calendar files (RFC 5545) and invitations (RFC 5546) that Outlook, Google and Apple treat as such, and links that add an entry.
 * Knows no room. Owns no table.
 */
export { calendarText, type CalendarEntry, type CalendarFile, type Invitation } from './calendar-text.ts'
export { googleLink, outlookLink, type LinkEntry } from './add-links.ts'
