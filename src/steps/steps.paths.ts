import type { Language } from '#platform/text'

const root = '/toolkit'

export const paths = {
  steps: root,
  newStep: `${root}/new`,
  starter: `${root}/starter`,
  stepPublication: (slug: string) => `${root}/${slug}/publication`,
  stepPlace: (slug: string) => `${root}/${slug}/place`,
  stepRemoval: (slug: string) => `${root}/${slug}/removal`,
  /** Where my partnership is. */
  mine: `${root}/mine`,
  mineDone: `${root}/mine/done`,
  mineRemoval: `${root}/mine/removal`,
  /** All of it on one page, to print or to keep. */
  whole: `${root}/all`,
  /** The same as a file; so is each step, and to be written in. */
  wholePdf: (language: Language) => `${root}/toolkit.pdf?language=${language}`,
  stepPdf: (slug: string, language: Language) => `${root}/${slug}/step.pdf?language=${language}`,
  stepWord: (slug: string, language: Language) => `${root}/${slug}/step.docx?language=${language}`,
  step: (slug: string) => `${root}/${slug}`,
  stepEdit: (slug: string, language: Language) => `${root}/${slug}/edit?language=${language}`,
}
