import type { Cue } from './captions.rules.ts'

type Turn = { speaker: string; sentences: Cue[] }

/** So many sentences of one person at most are one paragraph. */
const longestTurn = 8

/** The sentences of one speaker that follow each other are read as a paragraph. */
export function turnsOf(cues: Cue[]): Turn[] {
  const turns: Turn[] = []
  for (const cue of cues) {
    const last = turns.at(-1)
    const goesOn = last && last.sentences.length < longestTurn && (last.speaker === cue.speaker || cue.speaker === '')
    if (goesOn) last.sentences.push(cue)
    else turns.push({ speaker: cue.speaker === last?.speaker ? '' : cue.speaker, sentences: [cue] })
  }
  return turns
}
