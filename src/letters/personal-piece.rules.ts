import { wordsFor } from '#platform/text'
import type { Frame } from './frame.rules.ts'
import { sectionText, entryText, eventText } from './letter-text.rules.ts'
import type { LetterEntry, LetterEvent } from './letter.rules.ts'
import { personalFields, type PersonalKind } from './personal.rules.ts'
import { entryHtml, eventHtml, sectionHtml } from './piece-mjml.rules.ts'

/** What there is for one reader, or for all readers in one state. */
export type PersonalContent =
  | { kind: 'state-events'; state: string; events: LetterEvent[] }
  | { kind: 'my-events'; events: LetterEvent[] }
  | { kind: 'next-tip'; tip: LetterEntry }

type Where = Pick<Frame, 'language' | 'baseUrl'>
type Pair = { html: string; text: string }

/** The fields of the mail that hold it. Its HTML is safe: titles and all else that people wrote are words. */
export function personalPiece(content: PersonalContent, where: Where): Record<string, string> {
  const frame = { ...where, list: '' }
  const entries = content.kind === 'next-tip' ? [tipOf(content.tip, frame)] : content.events.map((event) => eventOf(event, frame))
  const title = titleOf(content, where)
  const { html, text } = personalFields[content.kind]
  return {
    [html]: `<div style="padding:12px 24px 0">${sectionHtml(
      title,
      entries.map((entry) => entry.html),
    )}</div>`,
    [text]: `\n\n\n${sectionText(
      title,
      entries.map((entry) => entry.text),
    )}`,
  }
}

function titleOf(content: PersonalContent, { language }: Where): string {
  const t = wordsFor(language)
  const titles: Record<PersonalKind, () => string> = {
    'state-events': () => t('In {{state}}', { state: content.kind === 'state-events' ? content.state : '' }),
    'my-events': () => t('You have a seat'),
    'next-tip': () => t('Your next tip'),
  }
  return titles[content.kind]()
}

type PieceFrame = Where & { list: string }

const eventOf = (event: LetterEvent, frame: PieceFrame): Pair => ({ html: eventHtml(event, frame), text: eventText(event, frame) })
const tipOf = (tip: LetterEntry, frame: PieceFrame): Pair => ({ html: entryHtml(tip, frame), text: entryText(tip, frame.baseUrl) })
