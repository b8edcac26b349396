import type { Language } from '#platform/text'

export const paths = {
  page: (slug: string) => `/${slug}`,
  pageEdit: (slug: string, language: Language) => `/${slug}/edit?language=${language}`,
}
