import { z } from 'zod'
import { emailAddress, say } from '#platform/text'

const most = 50

/** Addresses one a line, or with commas between them. */
export const invitationForm = z.object({
  addresses: z
    .string()
    .catch('')
    .transform((typed, issue) => {
      const words = typed
        .slice(0, 20_000)
        .split(/[\s,;]+/)
        .filter(Boolean)
      const addresses = [...new Set(words.map((word) => emailAddress(word)))]
      const isGood = addresses.every((address) => address !== null && address !== undefined)
      if (words.length === 0) issue.addIssue(say('Enter at least one address.'))
      else if (addresses.length > most) issue.addIssue(say('Invite at most 50 people at a time.'))
      else if (!isGood) issue.addIssue(say('Each must be an address like name@example.org. One of them is not.'))
      else return addresses.flatMap((address) => address ?? [])
      return z.NEVER
    }),
})
