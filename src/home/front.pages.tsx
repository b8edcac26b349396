import type { ComponentChildren } from 'preact'
import { EmptyState, Entry, EntryList, Figures, Heading, In, Layout, LinkButton, Opening, Spread, usePage, useWords } from '#platform/html'
import { formatDay } from '#platform/time'
import { toolkitPaths, TipMinutes } from '#toolkit'
import { webinarPaths } from '#webinars'
import type { FrontLibrary } from './front.data.ts'

export type FrontPageProps = {
  library: FrontLibrary
  here: { people: number; states: number }
  /** The next gathering, large, with its RSVP. */
  next: ComponentChildren
  /** What comes next at the step that the reader marked. */
  standing: ComponentChildren
  /** The form to join the list. */
  join: ComponentChildren
}

/** What this is, what is next, how to join, what is new: in one screen. */
export function FrontPage({ library, here, next, standing, join }: FrontPageProps) {
  const t = useWords()
  const { network } = usePage()
  return (
    <Layout feed="/feed.xml">
      <Opening
        title={network.tagline || network.name}
        sentence={t('Read what others have learned, come to a call, ask your question. It is free, and you need no account.')}
        acts={
          <>
            <LinkButton href="#join">{t('Join the list')}</LinkButton> <a href="/office-hours/questions/new">{t('Bring a challenge')}</a>
          </>
        }
      />
      {next}
      {standing}
      {(library.tip || library.webinar) && (
        <Spread>
          {library.tip && <NewestTip tip={library.tip} />}
          {library.webinar && <NewestWebinar webinar={library.webinar} />}
        </Spread>
      )}
      <Spread>
        <section id="join">
          <Heading>{t('Join the mailing list')}</Heading>
          {join}
        </section>
        <WhoIsHere {...here} />
      </Spread>
    </Layout>
  )
}

/** Where the next gathering would stand. */
export function NothingNext() {
  const t = useWords()
  return (
    <EmptyState
      sentence={t('The next gathering has no date yet. Those on the list hear of it first.')}
      act={<a href="/events">{t('All events')}</a>}
    />
  )
}

function NewestTip({ tip }: { tip: NonNullable<FrontLibrary['tip']> }) {
  const t = useWords()
  const mark = (words: string) => words !== '' && <In language={tip.language}>{words}</In>
  return (
    <section>
      <Heading more={<a href={toolkitPaths.tips}>{t('All tips')}</a>}>{t('The newest tip')}</Heading>
      <EntryList>
        <Entry
          href={toolkitPaths.tip(tip.slug)}
          title={mark(tip.title)}
          line={mark(tip.summary)}
          facts={[mark(tip.step), <TipMinutes body={tip.body} />]}
        />
      </EntryList>
    </section>
  )
}

function NewestWebinar({ webinar }: { webinar: NonNullable<FrontLibrary['webinar']> }) {
  const t = useWords()
  const { language } = usePage()
  const mark = (words: string) => words !== '' && <In language={webinar.language}>{words}</In>
  const noon = Temporal.PlainDate.from(String(webinar.day)).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
  return (
    <section>
      <Heading more={<a href={webinarPaths.webinars}>{t('All webinars')}</a>}>
        {webinar.recording ? t('A recording') : t('From a webinar')}
      </Heading>
      <EntryList>
        <Entry
          href={webinarPaths.webinar(webinar.slug)}
          title={mark(webinar.title)}
          line={mark(webinar.summary)}
          facts={[formatDay(noon, 'UTC', language), webinar.minutes !== null && t('{{count}} minutes', { count: webinar.minutes })]}
        />
      </EntryList>
    </section>
  )
}

/** Honest figures in one line; of fewer than five people nothing is said. */
function WhoIsHere({ people, states }: { people: number; states: number }) {
  const t = useWords()
  const { language } = usePage()
  if (people < 5) return null
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  const figures = [
    { number: figure(people), words: t('people') },
    ...(states > 1 ? [{ number: figure(states), words: t('states and territories') }] : []),
  ]
  return (
    <section>
      <Heading>{t('Who is here')}</Heading>
      <Figures figures={figures} />
      <p>{t('Conveners, workforce boards, colleges, chambers, state offices and business leaders.')}</p>
    </section>
  )
}
