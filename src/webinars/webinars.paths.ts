import type { Language } from '#platform/text'

/** What of the archive is shown. */
export type Narrowed = { asked: string; year: number | null }

export const paths = {
  webinars: '/webinars',
  webinarsOn: (page: number, { asked, year }: Narrowed = { asked: '', year: null }) => {
    const query = new URLSearchParams({
      ...(asked && { q: asked }),
      ...(year && { year: String(year) }),
      ...(page > 1 && { page: String(page) }),
    })
    return query.size > 0 ? `/webinars?${query}` : '/webinars'
  },
  newWebinar: '/webinars/new',
  newWebinarOf: (event: string) => `/webinars/new?event=${event}`,
  webinar: (slug: string) => `/webinars/${slug}`,
  webinarEdit: (slug: string, language: Language) => `/webinars/${slug}/edit?language=${language}`,
  webinarPublication: (slug: string) => `/webinars/${slug}/publication`,
  webinarRemoval: (slug: string) => `/webinars/${slug}/removal`,
}
