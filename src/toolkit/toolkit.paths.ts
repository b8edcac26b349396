import type { Language } from '#platform/text'
import { everything, type Narrowing } from '#topics'

export const paths = {
  tips: '/tips',
  tipsOn: (page: number, { step, subject }: Narrowing = everything) => {
    const query = new URLSearchParams({ ...(subject && { subject }), ...(step && { step }), ...(page > 1 && { page: String(page) }) })
    return query.size > 0 ? `/tips?${query}` : '/tips'
  },
  newTip: '/tips/new',
  tip: (slug: string) => `/tips/${slug}`,
  tipEdit: (slug: string, language: Language) => `/tips/${slug}/edit?language=${language}`,
  tipPublication: (slug: string) => `/tips/${slug}/publication`,
  tipHour: (slug: string) => `/tips/${slug}/hour`,
  tipHourRemoval: (slug: string) => `/tips/${slug}/hour/removal`,
  tipRemoval: (slug: string) => `/tips/${slug}/removal`,
  tipsFeed: (language: Language) => `/tips/feed.xml?language=${language}`,
}
