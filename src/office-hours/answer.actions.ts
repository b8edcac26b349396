import { transaction, type Db, type Tx } from '#database'
import type { Place } from '#people'
import { queueMails } from '#platform/mail'
import { freeSlug, slugOf, type Language } from '#platform/text'
import {
  beginAnswerRow,
  findAnswerById,
  findAnswerText,
  listAnswerLanguages,
  listAnswerSlugs,
  lockAnswer,
  removeAnswer,
  removeAnswerText,
  saveAnswerPublished,
  saveAnswerText,
  searchAnswers,
  type Answer,
  type AnswerReader,
} from './answer.data.ts'
import { answeredMail } from './answer.mails.tsx'
import { listWhoWaitFor } from './me-too.data.ts'
import { saveAnswerOfMerged } from './merge.data.ts'
import { paths } from './office-hours.paths.ts'
import { answersTo } from './thread.ts'
import { saveTold } from './outcome.data.ts'
import { changeQuestion, lockQuestion } from './question.data.ts'

export type AnswerWords = { language: Language; title: string; summary: string; asked: string; body: string }
type Who = { networkId: string; personId: string | null }

export type AnswerSaved = { slug: string } | { refused: 'gone' | 'changed-meanwhile' }

/** So many that may help are shown to whoever is about to ask. */
const fewSimilar = 4

/** Published answers that speak of any of this, the most fitting first. */
export const listAnswersLike = async (db: Db, reader: Omit<AnswerReader, 'drafts'>, typed: string): Promise<Answer[]> => {
  const asked = typed
    .replaceAll(/[^\p{L}\p{N}\s]+/gu, ' ')
    .slice(0, 400)
    .trim()
  return asked === '' ? [] : (await searchAnswers(db, reader, { asked, any: true, limit: fewSimilar, offset: 0 })).answers
}

/** A new draft, at an address made of its title; the question it answers leaves the queue. */
export async function beginAnswer(
  db: Db,
  who: Who,
  { words, questionId }: { words: AnswerWords; questionId: string | null },
  now: Temporal.Instant,
): Promise<AnswerSaved> {
  const begun = await transaction(db, async (tx) => {
    const slug = freeSlug(words.title, ['new', 'similar', ...(await listAnswerSlugs(tx, who.networkId, slugOf(words.title)))])
    const answer = await beginAnswerRow(tx, { networkId: who.networkId, slug, publishedAt: null }, now)
    if (!answer) return null
    await saveAnswerText(tx, { answerId: answer.id, ...words, editedAt: now, editedBy: who.personId })
    if (questionId && (await lockQuestion(tx, who.networkId, questionId))) {
      await changeQuestion(tx, questionId, { answerId: answer.id })
      await saveAnswerOfMerged(tx, questionId, answer.id)
    }
    return { slug }
  })
  // Somebody took the address in the same moment: the next one is free.
  return begun ?? beginAnswer(db, who, { words, questionId }, now)
}

/** Saves the words of one language, unless somebody else did since they were shown (`seen`). */
export const saveAnswer = (
  db: Db,
  who: Who,
  { slug, seen, words }: { slug: string; seen: string; words: AnswerWords },
  now: Temporal.Instant,
): Promise<AnswerSaved> =>
  transaction(db, async (tx) => {
    const current = await lockAnswer(tx, who.networkId, slug)
    if (!current) return { refused: 'gone' as const }
    const before = await findAnswerText(tx, current.id, words.language)
    if ((before?.editedAt.toString() ?? '') !== seen) return { refused: 'changed-meanwhile' as const }
    await saveAnswerText(tx, { answerId: current.id, ...words, editedAt: now, editedBy: who.personId })
    return { slug }
  })

/** Shows it to the world and tells whoever asked, once; or takes it back to the stewards. */
export const publishAnswer = (
  db: Db,
  place: Place,
  { slug, isPublic }: { slug: string; isPublic: boolean },
  now: Temporal.Instant,
): Promise<boolean> =>
  transaction(db, async (tx) => {
    const answer = await lockAnswer(tx, place.network.id, slug)
    if (!answer) return false
    if (!isPublic) await saveAnswerPublished(tx, answer.id, null)
    else if (answer.publishedAt === null) {
      await saveAnswerPublished(tx, answer.id, now)
      await tellWhoWait(tx, place, answer.id, now)
    }
    return true
  })

async function tellWhoWait(tx: Tx, place: Place, answerId: string, now: Temporal.Instant) {
  const { network, baseUrl } = place
  const waiting = await listWhoWaitFor(tx, answerId)
  const answers = new Map<Language, Answer | undefined>()
  for (const language of new Set(waiting.map((one) => one.language ?? network.language)))
    answers.set(language, await findAnswerById(tx, { networkId: network.id, language }, answerId))
  const answering = await answersTo(
    tx,
    place,
    waiting.flatMap(({ id, questionId }) => (questionId ? [{ questionId, personId: id }] : [])),
  )
  const mails = waiting.flatMap((person) => {
    const language = person.language ?? network.language
    const answer = answers.get(language)
    if (!answer) return []
    const link = baseUrl + paths.answer(answer.slug)
    const reader = { network, person, language, link, ...answering(person.id) }
    return [{ ...answeredMail(reader, answer, person.questionId !== null), onceKey: `answered:${answerId}:${person.id}` }]
  })
  await queueMails(tx, mails, now)
  await saveTold(tx, { answerId, personIds: waiting.map(({ id }) => id) }, now)
}

/** Takes the words of one language away, or the whole answer when none is named or no other is left. Says whether something is left. */
export const removeAnswerWords = (
  db: Db,
  { networkId, slug, only }: { networkId: string; slug: string; only: Language | undefined },
): Promise<boolean> =>
  transaction(db, async (tx) => {
    const answer = await lockAnswer(tx, networkId, slug)
    if (!answer) return false
    const isLeft = only !== undefined && (await listAnswerLanguages(tx, answer.id)).some((language) => language !== only)
    if (isLeft) await removeAnswerText(tx, answer.id, only)
    else await removeAnswer(tx, answer.id)
    return isLeft
  })
