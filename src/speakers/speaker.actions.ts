import { transaction, type Db, type Tx } from '#database'
import { findPersonByEmail, type DataOf, type Eraser } from '#people'
import { savePicture, type PictureRefusal } from '#platform/files'
import { freeSlug, say, slugOf } from '#platform/text'
import { saveChosen } from './choice.data.ts'
import { forgetSpeaker, listSpeakersWho } from './person-speaker.data.ts'
import {
  beginSpeakerRow,
  listSpeakers,
  listSpeakerSlugs,
  lockSpeaker,
  saveSpeakerRow,
  saveSpeakerTexts,
  type SpeakerReader,
} from './speaker.data.ts'
import type { SpeakerInput } from './speaker.form.ts'
import { inOrder, type Where } from './speaker.rules.ts'

type Who = { networkId: string; personId: string | null; dataDir: string }
export type SpeakerRefusal = PictureRefusal | 'nobody-with-this-address' | 'gone' | 'changed-meanwhile'
export type SpeakerSaved = { slug: string } | { refused: SpeakerRefusal }

/** Keeps a speaker: a new one, or another version of the one at this address. The picture is made anew. */
export async function saveSpeaker(
  db: Db,
  who: Who,
  { slug, input }: { slug?: string | undefined; input: SpeakerInput },
  now: Temporal.Instant,
): Promise<SpeakerSaved> {
  const member = input.member === null ? null : await findPersonByEmail(db, input.member)
  if (member === undefined) return { refused: 'nobody-with-this-address' }
  const sent = input.picture && (await savePicture(who.dataDir, await input.picture.bytes(), { maxWidth: 480, maxHeight: 480 }))
  if (sent && 'refused' in sent) return sent
  const { name, organisation } = input
  const given = { name, organisation, personId: idOf(member), picture: sent && sent.path, editedAt: now, editedBy: who.personId }
  return slug === undefined ? begin(db, who.networkId, given, input) : change(db, { networkId: who.networkId, slug }, given, input)
}

const idOf = (member: { id: string } | null) => member && member.id

type Given = Parameters<typeof saveSpeakerRow>[2] & { name: string; picture: string | null }

const change = (
  db: Db,
  { networkId, slug }: { networkId: string; slug: string },
  given: Given,
  input: SpeakerInput,
): Promise<SpeakerSaved> =>
  transaction(db, async (tx) => {
    const current = await lockSpeaker(tx, networkId, slug)
    if (!current) return { refused: 'gone' as const }
    if (current.editedAt.toString() !== input.seen) return { refused: 'changed-meanwhile' as const }
    await saveTexts(tx, current.id, input)
    await saveSpeakerRow(tx, current.id, { ...given, picture: given.picture ?? (input.removePicture ? null : current.picture) })
    return { slug }
  })

async function begin(db: Db, networkId: string, given: Given, input: SpeakerInput): Promise<{ slug: string }> {
  const begun = await transaction(db, async (tx) => {
    const slug = freeSlug(given.name, ['new', 'of', ...(await listSpeakerSlugs(tx, networkId, slugOf(given.name)))])
    const speaker = await beginSpeakerRow(tx, { ...given, networkId, slug })
    if (!speaker) return null
    await saveTexts(tx, speaker.id, input)
    return { slug }
  })
  // Somebody took the address in the same moment: the next one is free.
  return begun ?? begin(db, networkId, given, input)
}

const saveTexts = (tx: Tx, speakerId: string, { role, roleEs, bio, bioEs, pictureAlt, pictureAltEs }: SpeakerInput) =>
  saveSpeakerTexts(tx, [
    { speakerId, language: 'en', role, bio, pictureAlt },
    { speakerId, language: 'es', role: roleEs || role, bio: bioEs || bio, pictureAlt: pictureAltEs || pictureAlt },
  ])

/** From now on these speak there, in this order, and nobody else. */
export const chooseSpeakers = (db: Db, reader: SpeakerReader, there: { where: Where; id: string }, chosen: string[]): Promise<void> =>
  transaction(db, async (tx) => saveChosen(tx, there, inOrder(chosen, await listSpeakers(tx, { ...reader, isSteward: true }))))

/** What is shown of a person as a speaker. */
export const speakerData: DataOf = async (db, personId) => ({
  shownAsSpeaker: (await listSpeakersWho(db, personId)).map(({ name, organisation, picture, role, bio }) => ({
    name,
    organisation,
    picture: picture !== null,
    role,
    bio,
  })),
})

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const speakerDataWords = [say('Shown as speaker'), say('Picture'), say('Role'), say('Bio')]

/** Of who leaves, the name stays with what they said in public, as on a printed programme; all else goes. */
export const eraseSpeaker: Eraser = (tx, personId) => forgetSpeaker(tx, personId)
