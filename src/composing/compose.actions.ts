import { z } from 'zod'
import { transaction, type Db } from '#database'
import { pictureRefusals, savePicture } from '#platform/files'
import { lineInput } from '#platform/http'
import { say, type Language } from '#platform/text'
import {
  fieldsComplaint,
  hasOnlyKnownFields,
  mostBlocks,
  newBlock,
  perform,
  pictureShape,
  readBlock,
  typedBlocks,
  type Act,
  type Block,
  type TypedBlock,
} from '#letters'
import { lockEdition, mayEdit, type Edition } from '#editions'
import { keepWriting, removeDraft } from '#drafts'

const headLine = lineInput(200).refine(hasOnlyKnownFields, { error: fieldsComplaint })
const head = z.object({ subject: headLine, preheader: headLine })
const mostBytes = 10 * 1024 * 1024

export type Composition = { subject: string; preheader: string; blocks: Block[] }

type Reading = { kept: Block[]; language: Language; dataDir: string }
type ReadBlocks = { blocks: Block[]; complaints: Record<string, string>; pictures: Record<string, object> }

/** What was composed, or what is to mend, by field. Pictures are kept already, so that nobody has to choose them again. */
export async function readComposition(
  body: Record<string, unknown>,
  reading: Reading,
): Promise<{ composition: Composition } | Omit<ReadBlocks, 'blocks'>> {
  const { blocks, complaints, pictures } = await readBlocks(body, reading)
  const read = head.safeParse(body)
  if (!read.success) return { complaints: { ...sentencesOf(read.error), ...complaints }, pictures }
  return Object.keys(complaints).length === 0 ? { composition: { ...read.data, blocks } } : { complaints, pictures }
}

const sentencesOf = (error: z.ZodError) => Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message]))

async function readBlocks(body: Record<string, unknown>, { kept, language, dataDir }: Reading): Promise<ReadBlocks> {
  const found: ReadBlocks = { blocks: [], complaints: {}, pictures: {} }
  for (const typed of typedBlocks(body)) {
    const before = kept.find(({ id }) => id === typed.id)
    const picture = typed.type === 'picture' ? await pictureOf(typed, dataDir) : { now: null }
    if (picture.refused) found.complaints[`${typed.id}-file`] = picture.refused
    if (picture.now) found.pictures[typed.id] = picture.now
    const read = readBlock(typed, { kept: before, language, picture: picture.now })
    if (read.complaints) Object.assign(found.complaints, read.complaints)
    else if (lacksDescription(read.block))
      found.complaints[`${typed.id}-alt`] = say('Describe the picture in a sentence, for people who cannot see it.')
    else found.blocks.push(read.block)
  }
  return found
}

/** The picture that the form says stood there. */
export const pictureIn = ({ path, width, height }: Record<string, string>) =>
  pictureShape.safeParse({ path, width: Number(width), height: Number(height) }).data ?? null

/** The picture just uploaded, or the one that stood there. */
async function pictureOf({ file, fields }: TypedBlock, dataDir: string): Promise<{ now: object | null; refused?: string }> {
  const standing = pictureIn(fields)
  if (!file) return { now: standing }
  if (file.size > mostBytes) return { now: standing, refused: say('This picture is larger than 10 megabytes. Choose a smaller one.') }
  const saved = await savePicture(dataDir, await file.bytes(), { maxWidth: 1200, maxHeight: 2400 })
  return 'refused' in saved ? { now: standing, refused: pictureRefusals[saved.refused] } : { now: saved }
}

const lacksDescription = (block: Block) =>
  block.type === 'picture' && block.picture !== null && !Object.values(block.alt).some((alt) => alt.trim())

export type Saving = {
  networkId: string
  slug: string
  personId: string
  language: Language
  seen: string
  act: Act
  composition: Composition
  /** Blocks made for the writer, to stand after one of these. */
  made?: Made | undefined
}

export type Made = { after: string; blocks: Block[] }

export type Saved = { touched: string | null } | { refused: 'gone' | 'sent' | 'changed-meanwhile'; current?: Edition }

/** Keeps what was composed in one language, then does what the button asked: move, remove or add a block. */
export function saveComposition(db: Db, saving: Saving, now: Temporal.Instant): Promise<Saved> {
  const { networkId, slug, personId, language, seen, act, composition, made } = saving
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition) return { refused: 'gone' as const }
    if (!mayEdit(edition)) return { refused: 'sent' as const }
    if (edition.changedAt.toString() !== seen) return { refused: 'changed-meanwhile' as const, current: edition }
    const { blocks, touched } = made ? withMade(composition.blocks, made) : perform(act, composition.blocks)
    const written = {
      blocks,
      subject: { ...edition.subject, [language]: composition.subject },
      preheader: { ...edition.preheader, [language]: composition.preheader },
    }
    await keepWriting(tx, edition, written, { personId, now })
    await removeDraft(tx, { editionId: edition.id, personId, language })
    return { touched }
  })
}

/** Puts the blocks in their place; at the end when that is gone. There is an end to what an edition can hold. */
function withMade(blocks: Block[], { after, blocks: made }: Made) {
  const place = blocks.findIndex(({ id }) => id === after)
  const all = blocks.toSpliced(place === -1 ? blocks.length : place + 1, 0, ...made)
  return { blocks: all.slice(0, mostBlocks), touched: made[0]?.id ?? null }
}

/** A block for a picture that was put into the text; what it shows is still to be said. */
export async function pictureBlock(sent: unknown, dataDir: string): Promise<{ block: Block } | { refused: string }> {
  if (!(sent instanceof File) || sent.size === 0) return { refused: pictureRefusals['no-picture'] }
  const id = newBlock('picture').id
  const { now, refused } = await pictureOf({ id, type: 'picture', fields: {}, file: sent }, dataDir)
  return now ? { block: newBlock('picture', { picture: now }) } : { refused: refused ?? pictureRefusals['no-picture'] }
}
