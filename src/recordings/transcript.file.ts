import { writeMoment } from '#platform/time'
import type { Cue } from './captions.rules.ts'
import { turnsOf } from './turns.rules.ts'

/** What was said as plain text, a paragraph a speaker, each with its moment. */
export function textOfTranscript(title: string, cues: Cue[]): string {
  const paragraphs = turnsOf(cues).map(({ speaker, sentences }) => {
    const said = sentences.map(({ words }) => words).join(' ')
    return `[${writeMoment(sentences[0]?.startsAt ?? 0)}] ${speaker && `${speaker}: `}${said}`
  })
  return `${title}\n\n${paragraphs.join('\n\n')}\n`
}
