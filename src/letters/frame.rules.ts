import { wordsFor, type Language } from '#platform/text'

/** What stands around every edition: whose it is, why it comes, how to leave. */
export type Frame = {
  network: { name: string; accent: string; postalAddress: string }
  baseUrl: string
  /** The language of the frame, which is the reader's. */
  language: Language
  /** The list's name in it. */
  list: string
  /** Why it comes, where that is more than being on the list. */
  why?: string
  links: { web: string; leave: string; preferences: string }
}

export function frameWords({ language, list, why }: Pick<Frame, 'language' | 'list' | 'why'>) {
  const t = wordsFor(language)
  return {
    events: t('Coming up'),
    tips: t('Tips to try'),
    recording: t('A recording'),
    minutes: (count: number) => t('{{count}} minutes', { count }),
    why: why ?? t('You get this because you joined the list {{list}}.', { list }),
    web: t('Read this on the web'),
    leave: t('Leave the list'),
    preferences: t('Choose what you get'),
  }
}

/** Who speaks, and how long it takes. */
export const aboutRecording = (
  { speakers, minutes }: { speakers: string; minutes: number | null },
  frame: Pick<Frame, 'language' | 'list'>,
): string => [speakers, minutes ? frameWords(frame).minutes(minutes) : ''].filter(Boolean).join(', ')

/** Stands for a first name that is not known: "Hello {{firstName}}". */
export function someoneIn(language: Language): string {
  const t = wordsFor(language)
  return t('colleague')
}
