import {
  Acts,
  EmptyState,
  Entry,
  EntryList,
  Heading,
  In,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  Prose,
  usePage,
  useWords,
} from '#platform/html'
import { markdown } from '#platform/text'
import { formatDay } from '#platform/time'
import type { Speaker, Spoken } from './speaker.data.ts'
import { aboutOf, Portrait, SpeakerList } from './speaker-parts.pages.tsx'
import { paths } from './speakers.paths.ts'

/** Everybody who spoke here. */
export function SpeakersPage({ speakers }: { speakers: Speaker[] }) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout title={t('Speakers')} description={t('Who spoke at our events and webinars.')}>
      <PageTitle above={<a href="/webinars">{t('Webinars')}</a>}>{t('Speakers')}</PageTitle>
      <Lede>{t('Who spoke at our events and webinars.')}</Lede>
      {person?.isSteward && (
        <p class="acts">
          <LinkButton href={paths.newSpeaker} kind="quiet">
            {t('Add a speaker')}
          </LinkButton>
        </p>
      )}
      {speakers.length > 0 ? (
        <SpeakerList speakers={speakers} />
      ) : (
        <EmptyState sentence={t('Nobody is shown here yet.')} act={<a href="/events">{t('See what is coming up')}</a>} />
      )}
    </Layout>
  )
}

/** One of them, and all they spoke at. */
export function SpeakerPage({ speaker, spoken }: { speaker: Speaker; spoken: Spoken[] }) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout title={speaker.name} description={aboutOf(speaker)}>
      <div class="speaker-head">
        <Portrait speaker={speaker} size="large" />
        <div>
          <PageTitle above={<a href={paths.speakers}>{t('Speakers')}</a>}>{speaker.name}</PageTitle>
          <Lede>{aboutOf(speaker)}</Lede>
        </div>
      </div>
      {person?.isSteward && (
        <Acts>
          <a href={paths.edit(speaker.slug)}>{t('Edit')}</a>
          <a href={paths.removal(speaker.slug)}>{t('Remove')}</a>
        </Acts>
      )}
      {speaker.bio && <Prose html={markdown(speaker.bio)} />}
      <section>
        <Heading>{t('Spoke at')}</Heading>
        {spoken.length > 0 ? (
          <EntryList>
            {spoken.map((one) => (
              <SpokenEntry key={`${one.where}/${one.slug}`} spoken={one} />
            ))}
          </EntryList>
        ) : (
          <p>{t('Nothing yet. Choose them as a speaker on the page of an event or a webinar.')}</p>
        )}
      </section>
    </Layout>
  )
}

function SpokenEntry({ spoken }: { spoken: Spoken }) {
  const t = useWords()
  const { language, network } = usePage()
  const isWebinar = spoken.where === 'webinars'
  return (
    <Entry
      level={3}
      href={isWebinar ? paths.webinar(spoken.slug) : paths.event(spoken.slug)}
      title={<In language={spoken.language}>{spoken.title}</In>}
      facts={[
        isWebinar ? t('Webinar of the archive') : t('Event'),
        spoken.on && formatDay(spoken.on, isWebinar ? 'UTC' : network.timeZone, language),
      ]}
    />
  )
}
