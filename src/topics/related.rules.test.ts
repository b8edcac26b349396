import { expect, test } from 'vitest'
import { relatedTo, underStep, type Shelved } from './related.rules.ts'

const published = Temporal.Instant.from('2026-03-01T12:00:00Z')

function shelved(id: string, more: Partial<Shelved> & { stems?: string[] } = {}): Shelved {
  const { stems = [], ...given } = more
  const text = { language: 'en' as const, title: `About ${id}`, summary: '', stems }
  return { kind: 'tips', id, slug: id, publishedAt: published, subjects: [], steps: [], texts: [text], ...given }
}
const slugs = (shelf: Shelved[], id = 'mine') => relatedTo(shelf, id, 'en').map(({ slug }) => slug)

const mine = shelved('mine', { subjects: ['rural'], steps: ['launch'], stems: ['launch', 'meet', 'region'] })

test('a subject in common counts more than a step, a step more than two words; one word is too little', () => {
  const shelf = [
    mine,
    shelved('one-word', { stems: ['launch'] }),
    shelved('two-words', { stems: ['launch', 'meet', 'other'] }),
    shelved('step', { steps: ['launch'] }),
    shelved('subject', { subjects: ['rural'] }),
  ]

  expect(slugs(shelf)).toEqual(['subject', 'step', 'two-words'])
})

test('of each kind there are three at most, the newest first where as much is in common; drafts are not among them', () => {
  const alike = ['a', 'b', 'c', 'd'].map((id) => shelved(id, { steps: ['launch'] }))
  const webinar = shelved('webinar', { kind: 'webinars', steps: ['launch'] })

  expect(slugs([mine, shelved('draft', { publishedAt: null, steps: ['launch'] }), ...alike, webinar])).toEqual(['webinar', 'a', 'b', 'c'])
})

test('words are compared within a language, and the title is the reader’s where it is written in theirs', () => {
  const spanish = { language: 'es' as const, title: 'Sobre todo', summary: '', stems: ['launch', 'meet'] }
  const onlySpanish = shelved('solo', { texts: [spanish] })
  const both = shelved('both', { steps: ['launch'], texts: [{ ...spanish, language: 'en', title: 'About both' }, spanish] })

  expect(slugs([mine, onlySpanish])).toEqual([])
  expect(relatedTo([mine, both], 'mine', 'es')).toMatchObject([{ title: 'Sobre todo', language: 'es' }])
  expect(underStep([mine, both, onlySpanish], 'launch', 'en').map(({ title }) => title)).toEqual(['About mine', 'About both'])
})

test('what is not on the shelf has nothing related', () => {
  expect(relatedTo([mine], 'forgotten', 'en')).toEqual([])
})
