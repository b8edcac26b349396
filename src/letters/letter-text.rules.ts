import { textOf } from '#platform/html'
import { aboutRecording, frameWords, type Frame } from './frame.rules.ts'
import { whenOf } from './letter-when.rules.ts'
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
  const body = [titled(letter.subject, '='), ...letter.pieces.map((piece) => pieceText(piece, frame))]
  return `${body.join('\n\n\n')}\n\n\n-- \n${foot.filter(Boolean).join('\n')}\n`
}

type Ways = { [Type in Piece['type']]: (piece: Extract<Piece, { type: Type }>, frame: Frame) => string }

const ways: Ways = {
  words: ({ html }, { baseUrl }) => textOf(absoluteHtml(html, baseUrl)),
  events: ({ events }, frame) =>
    section(
      frameWords(frame).events,
      events.map((event) => `${whenText(event, frame)}\n${entryText(event, frame.baseUrl)}`),
    ),
  tips: ({ tips }, frame) =>
    section(
      frameWords(frame).tips,
      tips.map((tip) => entryText(tip, frame.baseUrl)),
    ),
  recording: ({ recording }, frame) =>
    section(frameWords(frame).recording, [entryText(recording, frame.baseUrl, aboutRecording(recording, frame))]),
  picture: ({ alt, href }, { baseUrl }) => [`[${alt}]`, href && absolute(href, baseUrl)].filter(Boolean).join('\n'),
  button: ({ label, href }, { baseUrl }) => `${label}:\n${absolute(href, baseUrl)}`,
}

const pieceText = <Type extends Piece['type']>(piece: Extract<Piece, { type: Type }>, frame: Frame): string =>
  ways[piece.type](piece, frame)

const titled = (title: string, line: string) => `${title}\n${line.repeat(Math.min([...title].length, 60))}`

const section = (title: string, entries: string[]) => [titled(title, '-'), ...entries].join('\n\n')

const entryText = ({ title, summary, path }: LetterEntry, baseUrl: string, about = '') =>
  [title, about, summary, baseUrl + path].filter(Boolean).join('\n')

function whenText(event: LetterEvent, { language }: Frame): string {
  const { day, hours, elsewhere } = whenOf(event, language)
  return [`${day}, ${hours}`, elsewhere && `(${elsewhere})`].filter(Boolean).join('\n')
}
