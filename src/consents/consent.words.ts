import type { Words } from '#platform/text'

/** What people read before they come to a call that is recorded, and agree to by coming. */
export const recordedWords = (t: Words): string =>
  t(
    'This call is recorded, and the recording is shown on this site. By coming you agree to that. If you would rather not be seen or heard, leave your camera and microphone off, and write your question.',
  )
