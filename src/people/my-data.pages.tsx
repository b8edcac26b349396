import { Acts, Facts, Heading, Layout, LinkButton, PageTitle, usePage, useWords } from '#platform/html'
import type { Words } from '#platform/text'
import { formatDay, formatTime } from '#platform/time'
import { paths } from './people.paths.ts'

export type MyDataPageProps = { data: Record<string, Record<string, unknown>>; timeZone: string }

export function MyDataPage({ data, timeZone }: MyDataPageProps) {
  const t = useWords()
  return (
    <Layout title={t('My data')} hidden>
      <PageTitle above={<a href={paths.me}>{t('My page')}</a>}>{t('My data')}</PageTitle>
      <p>{t('This is all that the community keeps about you. Take it along as a file that other programs can read.')}</p>
      <Acts>
        <LinkButton href={paths.dataFile}>{t('Download it')}</LinkButton>
        <LinkButton href={paths.leaving} kind="danger">
          {t('Leave the community')}
        </LinkButton>
      </Acts>
      {Object.entries(data).map(([room, kept]) => (
        <section key={room}>
          <Heading>{sayKey(t, room)}</Heading>
          <Value value={kept} timeZone={timeZone} />
        </section>
      ))}
    </Layout>
  )
}

type ValueProps = { value: unknown; timeZone: string }

/** Whatever a room keeps, as one can read it. */
function Value({ value, timeZone }: ValueProps) {
  const t = useWords()
  const { language } = usePage()
  if (isNothing(value)) return <span class="quiet">{t('nothing')}</span>
  if (value instanceof Temporal.Instant)
    return (
      <>
        {formatDay(value, timeZone, language)}, {formatTime(value, timeZone, language)}
      </>
    )
  if (typeof value === 'boolean') return <>{value ? t('yes') : t('no')}</>
  if (Array.isArray(value)) return <Listed values={value} timeZone={timeZone} />
  if (isRecord(value))
    return (
      <Facts
        facts={Object.entries(value).map(([key, part]) => ({ name: sayKey(t, key), value: <Value value={part} timeZone={timeZone} /> }))}
      />
    )
  return <>{String(value)}</>
}

function Listed({ values, timeZone }: { values: unknown[]; timeZone: string }) {
  if (!values.some((value) => isRecord(value))) return <>{values.map(String).join(', ')}</>
  return (
    <ol>
      {values.map((value, place) => (
        <li key={place}>
          <Value value={value} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  )
}

const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && !isMoment(value) && Object.keys(value).length === 0)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isMoment(value)

const isMoment = (value: object) => value instanceof Temporal.Instant || value instanceof Temporal.PlainDate

/** `answeredAt` is said as "Answered at", in the reader's language where the catalogue has it. */
function sayKey(t: Words, key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')
  return t(words.charAt(0).toUpperCase() + words.slice(1))
}
