import { useWords } from '#platform/html'
import { recordedWords } from './consent.words.ts'

/** Says that the call is recorded; with the form it stands in comes that it was read. */
export function RecordedLine({ isRecorded }: { isRecorded: boolean }) {
  const t = useWords()
  if (!isRecorded) return null
  return (
    <p class="recorded">
      {recordedWords(t)}
      <input type="hidden" name="recorded" value="yes" />
    </p>
  )
}
