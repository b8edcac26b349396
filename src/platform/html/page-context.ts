import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { wordsFor, type Language, type Words } from '#platform/text'

/** What every page and part may know of where it is shown and to whom. */
export type PageContext = {
  language: Language
  /** Path and query of this page, to mark the current link and to come back to it. */
  path: string
  /** The origin people type, without a slash at its end: https://community.example */
  origin: string
  network: { name: string; tagline: string; logo: string | null; themeHref: string | null; contactEmail: string; timeZone: string }
  /** Whoever is signed in. */
  person: { id: string; name: string; isSteward: boolean; isOwner: boolean } | null
  /** The reader's zone when the person chose one, null when the browser should say. */
  timeZone: string | null
  now: Temporal.Instant
}

const Context = createContext<PageContext | null>(null)
export const PageProvider = Context.Provider

export function usePage(): PageContext {
  const page = useContext(Context)
  if (!page) throw new Error('A page part was rendered outside a page.')
  return page
}

export const useWords = (): Words => wordsFor(usePage().language)
