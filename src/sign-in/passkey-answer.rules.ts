import { z } from 'zod'

const bytes = z
  .string()
  .regex(/^[\w-]*$/)
  .max(100_000)
const shared = { id: bytes.min(1), rawId: bytes, type: z.literal('public-key') }

/** What a browser says after making a passkey (RegistrationResponseJSON, WebAuthn section 5.1). What else it says is not asked for. */
const madeAnswer = z.object({
  ...shared,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string().max(20)).max(10).default([]) }),
})

/** What a browser says after using one (AuthenticationResponseJSON). */
const usedAnswer = z.object({
  ...shared,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish() }),
})

export type MadeAnswer = z.infer<typeof madeAnswer>
export type UsedAnswer = z.infer<typeof usedAnswer>

export const readMade = (text: string): MadeAnswer | null => read(madeAnswer, text)
export const readUsed = (text: string): UsedAnswer | null => read(usedAnswer, text)

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
