import { useWords } from '#platform/html'
import { initialsOf, type SpeakerBrief } from './speaker.rules.ts'
import { paths } from './speakers.paths.ts'

/** Their picture, or their initials. */
export function Portrait({ speaker, size }: { speaker: SpeakerBrief; size?: 'large' }) {
  const t = useWords()
  const { name, picture, pictureAlt } = speaker
  return picture ? (
    <img
      class={size ? 'portrait large' : 'portrait'}
      src={picture}
      width={160}
      height={160}
      alt={pictureAlt || t('Portrait of {{name}}', { name })}
      loading="lazy"
    />
  ) : (
    <span class={size ? 'portrait initials large' : 'portrait initials'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** Who speaks: picture, name, what they do; each leads to all they spoke at. */
export function SpeakerList({ speakers }: { speakers: SpeakerBrief[] }) {
  const t = useWords()
  return speakers.length === 0 ? null : (
    <ul class="speakers" aria-label={t('Speakers')}>
      {speakers.map((speaker) => (
        <li key={speaker.slug}>
          <Portrait speaker={speaker} />
          <span>
            <a href={paths.speaker(speaker.slug)}>{speaker.name}</a>
            <span class="quiet">{aboutOf(speaker)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "State lead, High Desert Partnership Office". */
export const aboutOf = ({ role, organisation }: SpeakerBrief) => [role, organisation].filter(Boolean).join(', ')
