import type { Language } from '#platform/text'

export const paths = {
  webinars: '/webinars',
  webinarsOn: (page: number) => (page > 1 ? `/webinars?page=${page}` : '/webinars'),
  newWebinar: '/webinars/new',
  webinar: (slug: string) => `/webinars/${slug}`,
  webinarEdit: (slug: string, language: Language) => `/webinars/${slug}/edit?language=${language}`,
  webinarPublication: (slug: string) => `/webinars/${slug}/publication`,
  webinarRemoval: (slug: string) => `/webinars/${slug}/removal`,
}
