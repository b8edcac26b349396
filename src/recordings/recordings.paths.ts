import type { Language } from '#platform/text'

const of = (slug: string) => `/webinars/${slug}`

export const paths = {
  webinar: of,
  at: (slug: string, milliseconds: number) => `${of(slug)}?at=${Math.floor(milliseconds / 1000)}#recording`,
  recording: (slug: string) => `${of(slug)}/recording`,
  captions: (slug: string, language: Language) => `${of(slug)}/captions/${language}.vtt`,
  slides: (slug: string) => `${of(slug)}/slides`,
  slidePage: (slug: string, page: number) => `${of(slug)}/slides/${page}`,
  slideAt: (slug: string, page: number) => `${of(slug)}?slide=${page}#slides`,
  media: (slug: string) => `${of(slug)}/media`,
  recordingRemoval: (slug: string) => `${of(slug)}/recording/removal`,
  slidesRemoval: (slug: string) => `${of(slug)}/slides/removal`,
  captionsPromise: (slug: string) => `${of(slug)}/captions/promise`,
  uploads: (slug: string) => `${of(slug)}/uploads`,
  upload: (id: string) => `/uploads/${id}`,
  transcript: (slug: string, language: Language) => `${of(slug)}/transcript/${language}`,
  transcriptEdit: (slug: string, language: Language, page = 1) =>
    `${of(slug)}/transcript/${language}/edit${page > 1 ? `?page=${page}` : ''}`,
  transcriptRemoval: (slug: string, language: Language) => `${of(slug)}/transcript/${language}/removal`,
  chapters: (slug: string, language: Language) => `${of(slug)}/chapters/${language}`,
}
