import type { Language } from '#platform/text'

export const paths = {
  updates: '/updates',
  feed: (language: Language) => `/updates/feed.xml?language=${language}`,
  newEdition: '/updates/new',
  edition: (slug: string) => `/updates/${slug}`,
  edit: (slug: string, language?: Language) => `/updates/${slug}/edit${language ? `?language=${language}` : ''}`,
  preview: (slug: string, language?: Language) => `/updates/${slug}/preview${language ? `?language=${language}` : ''}`,
  previewMail: (slug: string) => `/updates/${slug}/preview/mail`,
  previewText: (slug: string) => `/updates/${slug}/preview/text`,
  test: (slug: string) => `/updates/${slug}/test`,
  send: (slug: string) => `/updates/${slug}/send`,
  schedule: (slug: string) => `/updates/${slug}/schedule`,
  scheduleRemoval: (slug: string) => `/updates/${slug}/schedule/removal`,
  sending: (slug: string) => `/updates/${slug}/sending`,
  pause: (slug: string) => `/updates/${slug}/sending/pause`,
  resumption: (slug: string) => `/updates/${slug}/sending/resumption`,
  cancellation: (slug: string) => `/updates/${slug}/sending/cancellation`,
  retry: (slug: string) => `/updates/${slug}/sending/retry`,
  publication: (slug: string) => `/updates/${slug}/publication`,
  correction: (slug: string, language?: Language) => `/updates/${slug}/correction${language ? `?language=${language}` : ''}`,
  removal: (slug: string) => `/updates/${slug}/removal`,
}
