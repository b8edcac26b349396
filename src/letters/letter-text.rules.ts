import { textOf } from '#platform/html'
import { aboutRecording, frameWords, type Frame } from './frame.rules.ts'
import { whenOf } from './letter-when.rules.ts'
import { otherwiseText } from './personal-words.rules.ts'
import { personalFields } from './personal.rules.ts'
import { absolute, absoluteHtml, type Letter, type LetterEntry, type LetterEvent, type Piece } from './letter.rules.ts'

/** The edition as plain text, written piece by piece from what was composed. */
export function letterText(letter: Letter, frame: Frame): string {
  const words = frameWords(frame)
  const foot = [
    frame.network.name,
    words.why,
    `${words.web}: ${frame.links.web}`,
    `${words.preferences}: ${frame.links.preferences}`,
    `${words.leave}: ${frame.links.leave}`,
    frame.network.postalAddress,
  ]
  const pieces = letter.pieces.map((piece) => (piece.type === 'personal' ? '' : '\n\n\n') + pieceText(piece, frame))
  return `${titled(letter.subject, '=')}${pieces.join('')}\n\n\n-- \n${foot.filter(Boolean).join('\n')}\n`
}

type Ways = { [Type in Piece['type']]: (piece: Extract<Piece, { type: Type }>, frame: Frame) => string }

const ways: Ways = {
  words: ({ html }, { baseUrl }) => textOf(absoluteHtml(html, baseUrl)),
  events: ({ events }, frame) =>
    sectionText(
      frameWords(frame).events,
      events.map((event) => eventText(event, frame)),
    ),
  tips: ({ tips }, frame) =>
    sectionText(
      frameWords(frame).tips,
      tips.map((tip) => entryText(tip, frame.baseUrl)),
    ),
  recording: ({ recording }, frame) =>
    sectionText(frameWords(frame).recording, [entryText(recording, frame.baseUrl, aboutRecording(recording, frame))]),
  picture: ({ alt, href }, { baseUrl }) => [`[${alt}]`, href && absolute(href, baseUrl)].filter(Boolean).join('\n'),
  // Brings the empty lines before it along, so that nothing is left where there is nothing for a reader.
  personal: ({ about, otherwise }) => `{{${personalFields[about].text}|${otherwiseText(otherwise)}}}`,
  button: ({ label, href }, { baseUrl }) => `${label}:\n${absolute(href, baseUrl)}`,
}

const pieceText = <Type extends Piece['type']>(piece: Extract<Piece, { type: Type }>, frame: Frame): string =>
  ways[piece.type](piece, frame)

const titled = (title: string, line: string) => `${title}\n${line.repeat(Math.min([...title].length, 60))}`

export const sectionText = (title: string, entries: string[]) => [titled(title, '-'), ...entries].join('\n\n')

export const eventText = (event: LetterEvent, frame: Pick<Frame, 'language' | 'baseUrl'>) =>
  `${whenText(event, frame)}\n${entryText(event, frame.baseUrl)}`

export const entryText = ({ title, summary, path }: LetterEntry, baseUrl: string, about = '') =>
  [title, about, summary, baseUrl + path].filter(Boolean).join('\n')

function whenText(event: LetterEvent, { language }: Pick<Frame, 'language'>): string {
  const { day, hours, elsewhere } = whenOf(event, language)
  return [`${day}, ${hours}`, elsewhere && `(${elsewhere})`].filter(Boolean).join('\n')
}
