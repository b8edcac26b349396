/**
 * Mail in: listens for the mail of other servers, takes it for known addresses only, reads bounces.
 * Knows no room: site.ts says which address goes to which. Owns no table.
 */
export { bounceRoute } from './bounces.ts'
export { complaintRoute, type ProofFinder } from './complaints.ts'
export { isAutomatic } from './automatic.rules.ts'
export { failureIn } from './failure.rules.ts'
export { fieldOf, readLetter, type Letter } from './letter.rules.ts'
export { filesOf, type LetterFile } from './letter-files.rules.ts'
export { ownWords, splitWords } from './own-words.rules.ts'
export { wordsOf } from './letter-text.rules.ts'
export { startMailIn, type MailIn, type MailInParts } from './start.ts'
export { takeMail, type MailRoute, type MailRoutes, type ReceivedMail, type Taking } from './take.ts'
export { readWhole } from './receive.ts'
