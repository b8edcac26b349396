import { xmlText, type Language } from '#platform/text'
import { aboutRecording, frameWords, type Frame } from './frame.rules.ts'
import { whenOf } from './letter-when.rules.ts'
import { colours, serif, styled } from './letter-styles.ts'
import { otherwiseHtml } from './personal-words.rules.ts'
import { personalFields } from './personal.rules.ts'
import { absolute, absoluteHtml, type LetterEntry, type LetterEvent, type Piece } from './letter.rules.ts'

type Ways = { [Type in Piece['type']]: (piece: Extract<Piece, { type: Type }>, frame: Frame) => string }

const ways: Ways = {
  words: ({ html, language }, frame) =>
    `<mj-text>${inLanguage('div', language, frame, styled(absoluteHtml(html, frame.baseUrl)))}</mj-text>`,
  events: ({ events }, frame) =>
    section(
      frameWords(frame).events,
      events.map((event) => eventHtml(event, frame)),
    ),
  tips: ({ tips }, frame) =>
    section(
      frameWords(frame).tips,
      tips.map((tip) => entryHtml(tip, frame)),
    ),
  recording: ({ recording }, frame) =>
    section(frameWords(frame).recording, [entryHtml(recording, frame, aboutRecording(recording, frame))]),
  picture: (picture, frame) => pictureMjml(picture, frame),
  personal: ({ about, otherwise }) => `<mj-text padding="0">{{${personalFields[about].html}|${otherwiseHtml(otherwise)}}}</mj-text>`,
  button: ({ label, href, language }, frame) =>
    `<mj-button href="${xmlText(absolute(href, frame.baseUrl))}">${inLanguage('span', language, frame, xmlText(label))}</mj-button>`,
}

/** One piece of an edition, as MJML. */
export const pieceMjml = <Type extends Piece['type']>(piece: Extract<Piece, { type: Type }>, frame: Frame): string =>
  ways[piece.type](piece, frame)

const section = (title: string, entries: string[]) => `<mj-text padding-top="12px">${sectionHtml(title, entries)}</mj-text>`

export const sectionHtml = (title: string, entries: string[]) =>
  `<h2 style="margin:0 0 14px;font:500 24px/1.2 ${serif}">${xmlText(title)}</h2>${entries.join('')}`

type Around = Pick<Frame, 'language' | 'baseUrl' | 'list'>

export function eventHtml(event: LetterEvent, frame: Around): string {
  const { day, hours, elsewhere } = whenOf(event, frame.language)
  const soft = `margin:0 0 4px;font-size:15px;color:${colours.quiet}`
  return `<div style="margin:0 0 22px"><p style="margin:0;font:500 20px/1.3 ${serif}">${xmlText(day)}</p><p style="margin:0 0 2px">${xmlText(hours)}</p>${
    elsewhere ? `<p class="soft" style="${soft}">${xmlText(elsewhere)}</p>` : ''
  }${linesOf(event, frame)}</div>`
}

export const entryHtml = (entry: LetterEntry, frame: Around, about = '') =>
  `<div style="margin:0 0 18px">${linesOf(entry, frame)}${about ? `<p class="soft" style="margin:0;font-size:15px;color:${colours.quiet}">${xmlText(about)}</p>` : ''}</div>`

function linesOf({ path, title, summary, language }: LetterEntry, frame: Around): string {
  const link = `<p style="margin:0;font-weight:600"><a href="${xmlText(frame.baseUrl + path)}">${xmlText(title)}</a></p>`
  return inLanguage('div', language, frame, `${link}${summary ? `<p style="margin:0">${xmlText(summary)}</p>` : ''}`)
}

function pictureMjml({ path, width, alt, href }: Extract<Piece, { type: 'picture' }>, { baseUrl }: Frame): string {
  const link = href ? ` href="${xmlText(absolute(href, baseUrl))}"` : ''
  return `<mj-image src="${xmlText(baseUrl + path)}" alt="${xmlText(alt)}" width="${Math.min(width, 552)}px"${link} />`
}

/** Words that are not in the language of their frame say so. */
const inLanguage = (tag: 'div' | 'span', language: Language, frame: Pick<Frame, 'language'>, html: string) =>
  language === frame.language ? html : `<${tag} lang="${language}">${html}</${tag}>`
