import type { Language } from '#platform/text'
import { everything, type Narrowing } from '#topics'

const root = '/office-hours'

export const paths = {
  officeHours: root,
  questions: `${root}/questions`,
  newQuestion: `${root}/questions/new`,
  question: (id: string) => `${root}/questions/${id}`,
  meToo: (id: string) => `${root}/questions/${id}/me-too`,
  meTooLink: (token: string) => `${root}/me-too/${token}`,
  mine: (token: string) => `${root}/mine/${token}`,
  withdrawal: (token: string) => `${root}/mine/${token}/withdrawal`,
  queue: `${root}/queue`,
  queued: (id: string) => `${root}/queue/${id}`,
  merging: (id: string) => `${root}/queue/${id}/merging`,
  words: (id: string) => `${root}/queue/${id}/words`,
  answerFor: (id: string) => `${root}/queue/${id}/answer`,
  answers: `${root}/answers`,
  answersAbout: (asked: string, page = 1, { step, subject }: Narrowing = everything) => {
    const under = { ...(subject && { subject }), ...(step && { step }) }
    const query = new URLSearchParams({ ...(asked && { q: asked }), ...under, ...(page > 1 && { page: String(page) }) })
    return query.size > 0 ? `${root}/answers?${query}` : `${root}/answers`
  },
  answersFeed: (language: Language) => `${root}/answers/feed.xml${language === 'en' ? '' : `?language=${language}`}`,
  newAnswer: `${root}/answers/new`,
  similar: `${root}/answers/similar`,
  answer: (slug: string) => `${root}/answers/${slug}`,
  answerEdit: (slug: string, language: Language) => `${root}/answers/${slug}/edit?language=${language}`,
  answerPublication: (slug: string) => `${root}/answers/${slug}/publication`,
  answerRemoval: (slug: string) => `${root}/answers/${slug}/removal`,
  answerLinks: (slug: string) => `${root}/answers/${slug}/links`,
  answerTip: (slug: string) => `${root}/answers/${slug}/tip`,
  nextUpdate: '/updates/new/blocks',
  outcome: (token: string) => `${root}/helped/${token}`,
}

/** By which an answer is known among what is new. */
export const newsKey = (slug: string) => `answer-${slug}`
