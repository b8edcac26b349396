import { wordsFor, type Language } from '#platform/text'
import type { InLanguages, ListAccess } from './mailing.tables.ts'
import { standingOf, type Moments } from './subscription.rules.ts'

/** A list as a reader of one language sees it. */
export type ShownList = { id: string; slug: string; name: string; description: string }

type Spoken = { id: string; slug: string; name: InLanguages; description: InLanguages }

export const shownIn = (list: Spoken, language: Language): ShownList => ({
  id: list.id,
  slug: list.slug,
  name: list.name[language],
  description: list.description[language],
})

/** What a person agrees to, as the forms say it beside their button; kept word for word as the proof of consent. */
export function promiseIn(language: Language): string {
  const t = wordsFor(language)
  return t('We send you this by e-mail until you leave, which takes one click.')
}

export const wordingOf = (list: Spoken, language: Language): string => {
  const { name, description } = shownIn(list, language)
  return `${name}. ${description} ${promiseIn(language)}`
}

/** The box that stands for a list in forms. */
export const fieldOfList = (list: { slug: string }) => `list-${list.slug}`

type Standing = Moments & { listId: string; invitedAt: Temporal.Instant | null }

/** Whether the list is there for this person: it is open to all, they are on it, or a steward has asked them. */
export const mayChoose = (list: { id: string; access: ListAccess }, theirs: Standing[]): boolean =>
  list.access === 'open' ||
  theirs.some((one) => one.listId === list.id && (standingOf(one) === 'on' || (standingOf(one) === 'asked' && one.invitedAt !== null)))

export type Direction = 'up' | 'down'

/** The same ids, one of them moved by one place; at the end of the row nothing moves. */
export function movedIn(ids: string[], id: string, direction: Direction): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}

/** The lists that a community begins with. */
export const firstLists: { slug: string; name: InLanguages; description: InLanguages }[] = [
  {
    slug: 'monthly-update',
    name: { en: 'Monthly update', es: 'Boletín mensual' },
    description: {
      en: 'Once a month: what is coming up, a new tip, a recording, an answered question.',
      es: 'Una vez al mes: lo que viene, un consejo nuevo, una grabación, una pregunta respondida.',
    },
  },
  {
    slug: 'event-news',
    name: { en: 'Event news', es: 'Noticias de eventos' },
    description: {
      en: 'A short mail when a new event opens or its date is set.',
      es: 'Un correo breve cuando se abre un evento o se fija su fecha.',
    },
  },
]
