export type SmtpAnswer = Error & { responseCode: number }

const answer = (responseCode: number, sentence: string): SmtpAnswer => Object.assign(new Error(sentence), { responseCode })

/** What other mail servers are told (RFC 5321, RFC 3463). Their people may read it. */
export const answers = {
  unknown: answer(550, '5.1.1 There is nobody at this address.'),
  tooLarge: answer(552, '5.3.4 This mail is larger than we take.'),
  oneAtATime: answer(452, '4.5.3 One recipient at a time, please.'),
  guessing: answer(421, '4.7.0 Too many addresses that are not here.'),
  tooMany: answer(421, '4.7.0 Too many connections at once. Try again later.'),
  tooFast: answer(450, '4.7.1 Too much mail at once. Try again in a minute.'),
  later: answer(451, '4.3.0 This could not be taken just now. Try again later.'),
}
