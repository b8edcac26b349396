import type { Words } from '#platform/text'

/** What a page says once something has been done, by the word in its address; nothing for any other word. */
export function doneWords(t: Words, word: string | undefined): string | null {
  if (word === undefined) return null
  const words: Record<string, string> = {
    asked: t('Look into your inbox: we have sent you a link. Your RSVP counts once you press the button there.'),
    answers: t('The hosts have your answers.'),
    question: t('Your question is with the hosts.'),
    regret: t('Thank you for telling us.'),
    interest: t('We will write to you when the date is set.'),
    'interest-asked': t('Look into your inbox: we have sent you a link. Open it and press the button, and we tell you the date.'),
    'interest-ended': t('We will not write to you about it.'),
  }
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null
}
