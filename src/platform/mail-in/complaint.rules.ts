import { fieldOf, readHead, wordsIn, type Letter, type Part } from './letter.rules.ts'

/** A report that somebody pressed "This is unwanted" on a mail of ours, and what of that mail came along. */
export type ComplaintReport = {
  /** Who reports, in the words of the report: the mail service, and what kind of complaint. */
  detail: string
  /** The report's fields and the head of our mail: one of our signed tokens has to stand in them. */
  proof: string
}

/** Reads a complaint (RFC 5965), also as Microsoft's JMRP writes it. Null for other mail, and for "this was wanted after all". */
export function readComplaint(letter: Letter): ComplaintReport | null {
  const original = letter.parts.find(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers')
  const report = letter.parts.find(({ type }) => type === 'message/feedback-report')
  if (report) return letter.type === 'multipart/report' ? fromReport(report, original) : null
  return original ? fromMicrosoft(letter, original) : null
}

const complaints = new Set(['abuse', 'fraud', 'opt-out', 'other', ''])

function fromReport(report: Part, original: Part | undefined): ComplaintReport | null {
  const words = wordsIn(report)
  const head = readHead(words)
  const kind = fieldOf({ head }, 'feedback-type').toLowerCase()
  if (!complaints.has(kind)) return null
  const service = fieldOf({ head }, 'reporting-mta').replace(/^dns;\s*/i, '') || fieldOf({ head }, 'user-agent')
  return { detail: detailOf(service, kind || 'abuse'), proof: `${words}\n${original ? headIn(original) : ''}` }
}

/** The Junk Mail Reporting Program sends the mail itself as a part, and names its reader in a field of that. */
function fromMicrosoft(letter: Letter, original: Part): ComplaintReport | null {
  const head = readHead(headIn(original))
  if (!head.has('x-hmxmroriginalrecipient')) return null
  return {
    detail: detailOf(
      fieldOf(letter, 'from')
        .replace(/^.*[<@]/, '')
        .replace('>', ''),
      'abuse',
    ),
    proof: headIn(original),
  }
}

const detailOf = (service: string, kind: string) => [service, kind].filter(Boolean).join(': ').slice(0, 300)

/** Only the head: what stands in the body of a mail, anybody may have written into theirs. */
const headIn = (original: Part) => wordsIn(original).replace(/\r\n?/g, '\n').trimStart().split('\n\n', 1)[0]?.slice(0, 100_000) ?? ''
