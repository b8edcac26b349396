import { transaction, type Db } from '#database'
import { savePageWords, type PageWords } from '#pages'
import { beginTip, publishTip, type TipWords } from '#toolkit'
import { seedTools } from '#tools'
import { beginWebinar, publishWebinar, type WebinarWords } from '#webinars'

type Place = { db: Db; networkId: string; now: Temporal.Instant }
type Facts = { heldOn?: string; minutes?: number | null; recording?: string | null; slides?: string | null; eventId?: string | null }

export type LibraryBuilders = {
  /** A tip, published unless `draft`; gives its address. */
  tip: (words?: Partial<TipWords> & { draft?: boolean }) => Promise<string>
  /** An entry of the archive, published unless `draft`; gives its address. */
  webinar: (words?: Partial<WebinarWords> & Facts & { draft?: boolean }) => Promise<string>
  /** The starter tools. */
  tools: () => Promise<unknown>
  /** The words of one of the community's own pages. */
  page: (slug: 'about' | 'contact' | 'accessibility' | 'privacy', words?: Partial<PageWords>) => Promise<unknown>
}

const words = { language: 'en' as const, title: 'Play your role', summary: 'One sentence.', body: 'Ten minutes of **help**.' }

export const libraryBuilders = (place: () => Place): LibraryBuilders => ({
  tip: (more) => newTip(place(), more),
  webinar: (more) => newWebinar(place(), more),
  tools() {
    const { db, networkId, now } = place()
    return seedTools(db, { id: networkId }, now)
  },
  page(slug, more) {
    const { db, networkId, now } = place()
    return savePageWords(db, { networkId, personId: null }, { slug, seen: '', words: { ...words, ...more } }, now)
  },
})

function newTip({ db, networkId, now }: Place, { draft = false, ...more }: Parameters<LibraryBuilders['tip']>[0] = {}) {
  const who = { networkId, personId: null }
  return transaction(db, async (tx) => {
    const { slug } = await beginTip(tx, who, { ...words, step: 'Launch', author: 'National team', ...more }, now)
    if (!draft) await publishTip(tx, who, slug, now)
    return slug
  })
}

function newWebinar({ db, networkId, now }: Place, { draft = false, ...more }: Parameters<LibraryBuilders['webinar']>[0] = {}) {
  const { heldOn = '2026-02-10', minutes = 60, recording = null, slides = null, eventId = null, ...said } = more
  const who = { networkId, personId: null }
  const facts = { heldOn: Temporal.PlainDate.from(heldOn), minutes, recording, slides, eventId }
  return transaction(db, async (tx) => {
    const { slug } = await beginWebinar(tx, who, { facts, words: { ...words, speakers: 'Ruth Yazzie (state lead)', ...said } }, now)
    if (!draft) await publishWebinar(tx, who, slug, now)
    return slug
  })
}
