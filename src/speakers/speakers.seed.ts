import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '#root'
import type { Tx } from '#database'
import { findPersonByEmail } from '#people'
import { languages } from '#platform/text'
import { findThing, saveChosen } from './choice.data.ts'
import { beginSpeakerRow, saveSpeakerTexts } from './speaker.data.ts'
import { wheres } from './speaker.rules.ts'

const inEach = z.object({ en: z.string(), es: z.string() })
const starterSpeaker = z.object({
  slug: z.string(),
  name: z.string(),
  email: z.string(),
  organisation: z.string(),
  role: inEach,
  bio: inEach,
})
/** By the address of the event or webinar: who spoke, in order. */
const spoke = z.record(z.string(), z.array(z.string()))
const starter = z.object({ speakers: z.array(starterSpeaker), spoke: z.object({ webinars: spoke, events: spoke }) })

/** Puts the speakers of the starter webinars and events in, each linked with the person of the starter community. */
export async function seedSpeakers(tx: Tx, network: { id: string }, now: Temporal.Instant): Promise<void> {
  const { speakers, spoke } = starter.parse(JSON.parse(readFileSync(join(root, 'content', 'speakers.json'), 'utf8')))
  const ids = new Map<string, string>()
  for (const speaker of speakers) ids.set(speaker.slug, await seedSpeaker(tx, network.id, speaker, now))
  for (const where of wheres)
    for (const [slug, slugs] of Object.entries(spoke[where])) {
      const thing = await findThing(tx, { networkId: network.id, language: 'en' }, { where, slug })
      const chosen = slugs.flatMap((one) => ids.get(one) ?? [])
      if (thing) await saveChosen(tx, { where, id: thing.id }, chosen)
    }
}

async function seedSpeaker(tx: Tx, networkId: string, speaker: z.output<typeof starterSpeaker>, now: Temporal.Instant): Promise<string> {
  const { slug, name, email, organisation, role, bio } = speaker
  const personId = (await findPersonByEmail(tx, email))?.id ?? null
  const begun = await beginSpeakerRow(tx, { networkId, slug, name, organisation, personId, picture: null, editedAt: now, editedBy: null })
  if (!begun) throw new Error(`Two starter speakers have one address: ${slug}`)
  const texts = languages.map((language) => ({ speakerId: begun.id, language, role: role[language], bio: bio[language], pictureAlt: '' }))
  await saveSpeakerTexts(tx, texts)
  return begun.id
}
