import type { Where } from './speaker.rules.ts'

export const paths = {
  speakers: '/speakers',
  newSpeaker: '/speakers/new',
  speaker: (slug: string) => `/speakers/${slug}`,
  edit: (slug: string) => `/speakers/${slug}/edit`,
  removal: (slug: string) => `/speakers/${slug}/removal`,
  /** Who speaks there. */
  choice: (where: Where, slug: string) => `/speakers/of/${where}/${slug}`,
  event: (slug: string) => `/events/${slug}`,
  webinar: (slug: string) => `/webinars/${slug}`,
}
