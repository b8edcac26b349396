import type { Words } from '#platform/text'
import type { CaptionsRefusal } from './captions.rules.ts'
import type { UploadRefusal } from './upload.actions.ts'

/** What to tell a steward whose file was not taken. */
export const uploadRefusals = (t: Words): Record<UploadRefusal, string> => ({
  empty: t('Nothing came. Choose the file again, and keep the page open until it is here.'),
  'too-large': t('This file is too large. A recording may have up to 8 GB, slides up to 256 MB.'),
  'disk-full': t(
    'The server has no room left for this file. Ask whoever runs it to make room, then send it again: what came so far is kept.',
  ),
  'not-suitable': t(
    'This file is of another kind than its name says, or of a kind that browsers do not play. Choose an MP4, WebM, M4A or MP3 file for a recording, a PDF, PowerPoint or Keynote file for slides.',
  ),
})

export const captionsRefusals = (t: Words): Record<CaptionsRefusal | 'no-file', string> => ({
  'no-file': t('Choose a file with captions.'),
  'no-captions': t('We found no captions in this file. Choose a WebVTT (.vtt) or SubRip (.srt) file.'),
  'too-many': t('This file has more than 20,000 captions. Split it, or write longer sentences.'),
})
