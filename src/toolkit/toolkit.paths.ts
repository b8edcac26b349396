import type { Language } from '#platform/text'

export const paths = {
  tips: '/tips',
  tipsOn: (page: number) => (page > 1 ? `/tips?page=${page}` : '/tips'),
  newTip: '/tips/new',
  tip: (slug: string) => `/tips/${slug}`,
  tipEdit: (slug: string, language: Language) => `/tips/${slug}/edit?language=${language}`,
  tipPublication: (slug: string) => `/tips/${slug}/publication`,
  tipRemoval: (slug: string) => `/tips/${slug}/removal`,
  tipsFeed: (language: Language) => `/tips/feed.xml?language=${language}`,
}
