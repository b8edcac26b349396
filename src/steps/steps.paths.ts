import type { Language } from '#platform/text'

const root = '/toolkit'

export const paths = {
  steps: root,
  /** All of it on one page, to print or to keep. */
  whole: `${root}/all`,
  step: (slug: string) => `${root}/${slug}`,
  stepEdit: (slug: string, language: Language) => `${root}/${slug}/edit?language=${language}`,
}
