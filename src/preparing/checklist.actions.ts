import type { Config } from '#config'
import { transaction, type Db } from '#database'
import { checkLinksLater, isAskable, linksIn, listLinkChecks } from '#links'
import { readSavedFile } from '#platform/files'
import type { Here } from '#platform/http'
import { languages, type Language } from '#platform/text'
import type { Letters } from '#letters'
import { lockEdition, mailSources, mayEdit, renderLetters, settingOf, writeLetters, type Edition, type Setting } from '#editions'
import { countAudience } from './audience.actions.ts'
import { findOverride, listTestReadersWhoLeft, saveOverride } from './checklist.data.ts'
import { checklist, isSerious, type Finding, type ToCheck } from './checklist.rules.ts'

export type Looking = { edition: Edition; network: Here; config: Config; now: Temporal.Instant }

const knownFor = Temporal.Duration.from({ hours: 24 * 7 })

/** All there is to mend in an edition as it stands. */
export async function checkEdition(db: Db, looking: Looking): Promise<Finding[]> {
  const { edition, network, config, now } = looking
  const letters = await writeLetters(db, network.id, edition, now)
  const setting = await settingOf(db, edition, { network, config })
  const sources = mailSources(letters, setting)
  const addresses = addressesOf(sources, edition.slug)
  const links = await listLinkChecks(db, network.id, addresses, now.subtract(knownFor))
  return checklist({
    ...edition,
    letters,
    weights: await mailWeights(letters, setting),
    links,
    unchecked: addresses.length - links.length,
    readers: await countAudience(db, edition, network),
    testReadersWhoLeft: await listTestReadersWhoLeft(db, edition.id),
    pictures: await pictureWeights(sources, config),
  })
}

/** Has every link of the edition asked for; the page shows a little later what became of each. */
export async function checkLinksOf(db: Db, { edition, network, config, now }: Looking): Promise<void> {
  const sources = mailSources(await writeLetters(db, network.id, edition, now), await settingOf(db, edition, { network, config }))
  await checkLinksLater(db, { networkId: network.id, addresses: addressesOf(sources, edition.slug) })
}

/** The web copy is not there before it is sent, so nobody can ask for it yet. */
const addressesOf = (sources: Record<Language, string>, slug: string) =>
  [...new Set(languages.flatMap((language) => linksIn(sources[language])))].filter(
    (address) => isAskable(address) && !address.endsWith(`/updates/${slug}`),
  )

/** What a mail weighs once it is compiled. Of a short one no more is asked: it can never be too heavy. */
const shortSource = 30 * 1024

async function mailWeights(letters: Letters, setting: Setting): Promise<ToCheck['weights']> {
  const sources = mailSources(letters, setting)
  const isShort = languages.every((language) => Buffer.byteLength(sources[language]) < shortSource)
  const mails = isShort ? null : await renderLetters(letters, setting)
  const of = (language: Language) => Buffer.byteLength(mails?.[language].html ?? sources[language])
  return { en: of('en'), es: of('es') }
}

async function pictureWeights(sources: Record<Language, string>, { dataDir }: Config): Promise<ToCheck['pictures']> {
  const names = new Set(
    languages.flatMap((language) => [...sources[language].matchAll(/\/files\/([0-9a-f]{40}\.(?:png|jpg))/g)].map(([, name = '']) => name)),
  )
  const weights = await Promise.all(
    [...names].map(async (name) => [`/files/${name}`, (await readSavedFile(dataDir, name))?.bytes.length ?? 0] as const),
  )
  return new Map(weights)
}

/** The serious findings that hold these words back; none once a steward has said to send them all the same. */
export async function heldBy(db: Db, looking: Looking): Promise<Finding[]> {
  const { id, changedAt } = looking.edition
  if (await findOverride(db, id, changedAt)) return []
  return (await checkEdition(db, looking)).filter(isSerious)
}

export type Overriding = { slug: string; personId: string; reason: string; /** The words as the steward saw them. */ seen: string }

/** A steward says to send these words all the same, and why; it counts until they change. */
export function sendAllTheSame(
  db: Db,
  looking: Looking,
  { slug, personId, reason, seen }: Overriding,
): Promise<'said' | 'gone' | 'changed'> {
  const { network, now } = looking
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId: network.id, slug })
    if (!edition || !mayEdit(edition)) return 'gone'
    if (edition.changedAt.toString() !== seen) return 'changed'
    const kinds = new Set((await heldBy(tx, { ...looking, edition })).map(({ kind }) => kind))
    await saveOverride(tx, { editionId: edition.id, wordsOf: edition.changedAt, reason, heldBy: [...kinds], saidBy: personId }, now)
    return 'said'
  })
}
