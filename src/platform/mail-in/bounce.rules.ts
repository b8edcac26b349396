import type { Failure } from '#platform/mail'
import { failureOf, statusIn } from './failure.rules.ts'
import { fieldOf, readHead, wordsIn, type Head, type Letter } from './letter.rules.ts'
import { failureInWords } from './bounce-words.rules.ts'

/** A mail of ours that did not arrive, and what the server said of it. */
export type Bounce = { failure: Failure; status: string; answer: string }

/** delayed: it is still tried. other: no report of a failure; an answer by a program, a challenge, a person's words. */
export type BounceReading = Bounce | 'delayed' | 'other'

/** What a mail to a bounce address tells: as a report (RFC 3464), or in the words of servers that write none. */
export function readBounce(letter: Letter): BounceReading {
  if (isChallenge(letter)) return 'other'
  const reports = reportsIn(letter)
  if (reports.length > 0) return verdictOf(reports, letter)
  return failureInWords(letter) ?? 'other'
}

type Report = { action: string; status: string; answer: string }

/** The recipients that a delivery report speaks of; its part begins with the name of the reporting server. */
function reportsIn(letter: Letter): Report[] {
  if (letter.type !== 'multipart/report' || !/^(delivery-status)?$/i.test(letter.parameters.get('report-type') ?? '')) return []
  const part = letter.parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status')
  const groups = part
    ? wordsIn(part)
        .replace(/\r\n?/g, '\n')
        .split(/\n[ \t]*\n/, 50)
        .map(readHead)
    : []
  return groups.filter((group) => group.has('final-recipient') || group.has('original-recipient')).map(reportOf)
}

function reportOf(head: Head): Report {
  const answer = fieldOf({ head }, 'diagnostic-code').replace(/^[\w-]{1,20}\s*;\s*/, '')
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fieldOf({ head }, 'status'))?.[0] ?? ''
  return { action: fieldOf({ head }, 'action').toLowerCase(), status, answer }
}

function verdictOf(reports: Report[], letter: Letter): BounceReading {
  const failed = reports.find(({ action }) => action === 'failed')
  if (!failed) return reports.some(({ action }) => action === 'delayed') ? 'delayed' : 'other'
  const status = closerStatus(failed)
  const answer = failed.answer || (failureInWords(letter)?.answer ?? '')
  return { failure: failureOf({ status, answer }), status, answer: answer || status }
}

/** Servers that have no status of their own say 5.0.0, and the one behind them says more. */
const closerStatus = ({ status, answer }: Report) => (status.endsWith('.0.0') && statusIn(answer)) || status

/** Services that ask a sender to prove being a person: nothing was refused, and we answer no such question. */
const isChallenge = (letter: Letter) =>
  /spamarrest|boxbe|tmda|mailblocks|challenge.?response/i.test(`${fieldOf(letter, 'from')} ${fieldOf(letter, 'x-mailer')}`) ||
  /(verify|confirm|approve|prove)[^.]{0,60}(you are|your(self)?|sender|e-?mail|message)|sender (verification|confirmation)|waiting for (your )?confirmation/i.test(
    fieldOf(letter, 'subject'),
  )
