import { z } from 'zod'
import { honeypotName } from '#platform/html'
import { checkboxInput, emailInput, lineInput, textInput, timeZoneInput } from '#platform/http'

const nameInput = lineInput(80)
const questionInput = textInput(2000)

/** What a browser's script says of its zone; anything else is nothing. */
const quietTimeZone = timeZoneInput.catch(null)

/** Answers to what the hosts ask, whose names only the event knows. */
export const anyForm = z.record(z.string(), z.unknown())

/** From a stranger: an address, and what they like to add. */
export const askForm = z.object({
  rsvpEmail: emailInput,
  rsvpName: nameInput,
  rsvpTimeZone: quietTimeZone,
  question: questionInput,
  [honeypotName]: lineInput(200),
})

/** From somebody we know. */
export const rsvpForm = z.object({ question: questionInput, recorded: checkboxInput })

/** From whoever followed the link in our mail. */
export const confirmForm = z.object({
  name: nameInput,
  question: questionInput,
  timeZone: quietTimeZone,
  recorded: checkboxInput,
})
