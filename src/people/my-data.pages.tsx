import { Acts, Entry, EntryList, Facts, Heading, Layout, LinkButton, PageTitle, usePage, useWords } from '#platform/html'
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
      {Object.values(data)
        .flatMap(Object.entries<unknown>)
        .map(([key, value]) => (
          <section key={key}>
            <Heading>{sayKey(t, key)}</Heading>
            <Kept label={sayKey(t, key)} value={value} timeZone={timeZone} />
          </section>
        ))}
    </Layout>
  )
}

type ValueProps = { value: unknown; timeZone: string }

/** One thing that a room keeps: a few facts, a list of such, or words. */
function Kept({ label, value, timeZone }: ValueProps & { label: string }) {
  const t = useWords()
  const entries = Array.isArray(value) ? value.filter(isRecord) : []
  if (entries.length > 0) {
    return (
      <EntryList label={label}>
        {entries.map((record, place) => (
          <KeptEntry key={place} record={record} timeZone={timeZone} />
        ))}
      </EntryList>
    )
  }
  if (!isRecord(value))
    return (
      <p>
        <Value value={value} timeZone={timeZone} />
      </p>
    )
  return (
    <Facts facts={partsOf(value).map(([key, part]) => ({ name: sayKey(t, key), value: <Value value={part} timeZone={timeZone} /> }))} />
  )
}

function KeptEntry({ record, timeZone }: { record: Record<string, unknown>; timeZone: string }) {
  const t = useWords()
  const [first, ...rest] = partsOf(record)
  return (
    <Entry
      title={<Value value={first?.[1]} timeZone={timeZone} />}
      facts={rest.map(([key, part]) => (
        <>
          {sayKey(t, key)}: <Value value={part} timeZone={timeZone} />
        </>
      ))}
      level={3}
    />
  )
}

function Value({ value, timeZone }: ValueProps) {
  const t = useWords()
  const { language } = usePage()
  if (isNothing(value)) return <span class="quiet">{t('nothing')}</span>
  if (value instanceof Temporal.Instant) return <>{`${formatDay(value, timeZone, language)}, ${formatTime(value, timeZone, language)}`}</>
  if (typeof value === 'boolean') return <>{value ? t('yes') : t('no')}</>
  if (Array.isArray(value)) return <>{value.map((one) => (isRecord(one) ? JSON.stringify(one) : String(one))).join(', ')}</>
  return <>{isRecord(value) ? JSON.stringify(value) : String(value)}</>
}

const partsOf = (record: Record<string, unknown>) => Object.entries(record).filter(([, part]) => !isNothing(part))

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
