/**
 * What people answer to our mails: a yes joins them, a wish to leave is met, all else reaches those who look after the
 * community. Programs that write by themselves are not answered.
 * Owns no table.
 */
export { confirmByMail, leaveOrLetter, letterToUs } from './reply.received.ts'
