import type { Call } from '#events'
import type { Words } from '#platform/text'
import { callFacts } from './invitation.ts'

/** How to dial in, with links that open the meeting and the telephone. */
export const callValues = (call: Call, t: Words) => callFacts(call, t).map(({ name, value }) => ({ name, value: linked(call, value) }))

function linked({ joinUrl, dialIn }: Call, value: string) {
  if (value === joinUrl)
    return (
      <a href={joinUrl} rel="noreferrer">
        {shortened(joinUrl)}
      </a>
    )
  return value === dialIn ? <Numbers text={dialIn} /> : value
}

/** Each number is a link that dials; what is no number stays a word. */
const Numbers = ({ text }: { text: string }) => (
  <>
    {text.split(/,\s*/).map((part, place) => (
      <span key={part}>
        {place > 0 && ', '}
        {isNumber(part) ? <a href={`tel:${part.replace(/[^\d+]/g, '')}`}>{part}</a> : part}
      </span>
    ))}
  </>
)

const isNumber = (text: string) => /^\+?[\d\s().-]{5,25}$/.test(text)

const shortened = (url: string) => {
  const plain = url.replace(/^https?:\/\//, '')
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain
}
