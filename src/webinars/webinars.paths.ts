import type { Language } from '#platform/text'
import type { Narrowing } from '#topics'

/** What of the archive is shown. */
export type Narrowed = Narrowing & { asked: string; year: number | null; speaker: string | null }

const wholeArchive: Narrowed = { asked: '', year: null, speaker: null, step: null, subject: null }

export const paths = {
  webinars: '/webinars',
  webinarsOn: (page: number, { asked, ...parts }: Narrowed = wholeArchive) => {
    const query = new URLSearchParams(asked && { q: asked })
    for (const name of ['subject', 'step', 'year', 'speaker'] as const) if (parts[name] !== null) query.set(name, String(parts[name]))
    if (page > 1) query.set('page', String(page))
    return query.size > 0 ? `/webinars?${query}` : '/webinars'
  },
  webinarsFeed: (language: Language) => `/webinars/feed.xml?language=${language}`,
  /** A page of its slides, on its own page. */
  slide: (slug: string, page: number) => `/webinars/${slug}?slide=${page}#slides`,
  newWebinar: '/webinars/new',
  newWebinarOf: (event: string) => `/webinars/new?event=${event}`,
  webinar: (slug: string) => `/webinars/${slug}`,
  recording: (slug: string) => `/webinars/${slug}/recording`,
  webinarEdit: (slug: string, language: Language) => `/webinars/${slug}/edit?language=${language}`,
  webinarPublication: (slug: string) => `/webinars/${slug}/publication`,
  webinarRemoval: (slug: string) => `/webinars/${slug}/removal`,
}
