import {
  Acts,
  Button,
  ConfirmPage,
  Facts,
  Form,
  Heading,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  Progress,
  Table,
  usePage,
  useWords,
} from '#platform/html'
import type { Words } from '#platform/text'
import { formatDay } from '#platform/time'
import { Discard } from './describe.pages.tsx'
import type { UndoCounts } from './imports.tables.ts'
import { paths } from './imports.paths.ts'
import { stageWords } from './imports.pages.tsx'
import type { Stage } from './stage.rules.ts'
import type { Counts, Verdict } from './verdict.rules.ts'

export type OutcomePageProps = {
  id: string
  fileName: string
  list: string
  origin: string
  wording: string
  stage: Stage
  checked: Counts
  taken: Counts
  undone: UndoCounts | null
  /** How many rows were read, or taken, so far; and of how many, where that is known. */
  moved: number
  total: number | null
  sample: { address: string; name: string; organisation: string; tags: string[]; verdict: Verdict }[]
  undoUntil: Temporal.Instant | null
  /** The page comes back by itself every few seconds. */
  isWatched: boolean
}

/** What would happen, what is happening, what has happened: the same page from the first look to the undo. */
export function OutcomePage(props: OutcomePageProps) {
  const t = useWords()
  const { fileName, stage } = props
  return (
    <Layout title={fileName} hidden>
      <PageTitle above={<a href={paths.imports}>{t('Bring people along')}</a>}>{fileName}</PageTitle>
      <Where {...props} />
      {stage === 'checked' && <Preview {...props} />}
      {(stage === 'checking' || stage === 'taking' || stage === 'undoing') && <AtWork {...props} />}
      {stage === 'taken' && <Taken {...props} />}
      {stage === 'undone' && <Undone {...props} />}
    </Layout>
  )
}

function Where({ list, origin, wording }: OutcomePageProps) {
  const t = useWords()
  return (
    <Facts
      facts={[
        { name: t('List'), value: list },
        { name: t('Where they come from'), value: origin },
        { name: t('What they agreed to'), value: wording },
      ]}
    />
  )
}

function Preview(props: OutcomePageProps) {
  const t = useWords()
  const { id, checked, sample } = props
  const joining = countOf(checked, ['new', 'joins'])
  const isOfUse = countOf(checked, ['new', 'joins', 'known', 'leaves', 'bounced-there']) > 0
  return (
    <>
      <Notice>{t('Nobody has been taken in yet. Nobody gets a mail because of this import.')}</Notice>
      <Heading>{t('What would happen')}</Heading>
      <CountTable counts={checked} words={futureWords(t)} />
      <BadRows id={id} counts={checked} />
      {sample.length > 0 && <Sample sample={sample} />}
      <Acts>
        {isOfUse && (
          <Form action={paths.taking(id)} inline>
            <Button>{joining > 0 ? t('Take {{count}} people in', { count: joining }) : t('Note what the file says')}</Button>
          </Form>
        )}
        <LinkButton href={`${paths.import(id)}?describe=yes`} kind="quiet">
          {t('Change what I said of the file')}
        </LinkButton>
      </Acts>
      <Discard id={id} />
    </>
  )
}

const countOf = (counts: Counts, names: CountName[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)

type CountName = keyof Counts

const futureWords = (t: Words): Record<CountName, string> => ({
  new: t('New to us; they join the list'),
  joins: t('Known to us, not on this list; they join it'),
  known: t('On the list already; only what is empty is filled in'),
  leaves: t('Have left there; noted, so that no later import brings them back'),
  'bounced-there': t('Mail to them came back there; noted, so that nothing is sent to them'),
  stays: t('Left there, but joined here by themselves; they stay'),
  noted: t('Noted before; nothing changes'),
  left: t('Have left here; they are not brought back'),
  bounced: t('Mail to them came back; they are not brought back'),
  complained: t('Reported our mail; they are not brought back'),
  erased: t('Asked to be forgotten; they are not brought back'),
  duplicate: t('Stand in the file more than once; the first row counts'),
  bad: t('Cannot be read; see why in the list of bad rows'),
})

const shownOrder: CountName[] = [
  'new',
  'joins',
  'known',
  'leaves',
  'bounced-there',
  'stays',
  'noted',
  'left',
  'bounced',
  'complained',
  'erased',
  'duplicate',
  'bad',
]

function CountTable({ counts, words }: { counts: Counts; words: Record<CountName, string> }) {
  const t = useWords()
  const { language } = usePage()
  const rows = shownOrder.flatMap((name) => (counts[name] ? [[words[name], counts[name].toLocaleString(`${language}-US`)]] : []))
  return rows.length > 0 ? (
    <Table caption={t('Rows of the file')} quietCaption head={[t('What the rows are'), t('How many')]} rows={rows} numbers={[1]} />
  ) : (
    <p>{t('There is nobody in this file.')}</p>
  )
}

function BadRows({ id, counts }: { id: string; counts: Counts }) {
  const t = useWords()
  return counts.bad ? (
    <p>
      <a href={paths.badRows(id)}>{t('Download the bad rows, each with its reason (CSV)')}</a>
    </p>
  ) : null
}

function Sample({ sample }: Pick<OutcomePageProps, 'sample'>) {
  const t = useWords()
  const words = futureWords(t)
  return (
    <>
      <Heading>{t('The first of them')}</Heading>
      <Table
        caption={t('The first of them')}
        quietCaption
        head={[t('E-mail'), t('Name'), t('Organization'), t('Tags'), t('What happens')]}
        rows={sample.map(({ address, name, organisation, tags, verdict }) => [
          address,
          name,
          organisation,
          tags.join(', '),
          words[verdict],
        ])}
      />
    </>
  )
}

function AtWork({ id, stage, moved, total, isWatched }: OutcomePageProps) {
  const t = useWords()
  return (
    <>
      {total === null ? (
        <p role="status">{t('{{count}} rows have been read so far.', { count: moved })}</p>
      ) : (
        <Progress done={Math.min(moved, total)} total={total} label={stageWords(t)[stage]} />
      )}
      <p class="quiet">
        {isWatched ? (
          <>
            {t('This page shows the newest figures every five seconds.')} <a href={`${paths.import(id)}?watch=no`}>{t('Hold it still')}</a>
          </>
        ) : (
          <a href={paths.import(id)}>{t('Show the newest figures')}</a>
        )}
      </p>
      <p class="quiet">{t('You can close this page: it goes on by itself.')}</p>
    </>
  )
}

function Taken({ id, checked, taken, undoUntil }: OutcomePageProps) {
  const t = useWords()
  const { language, timeZone, network } = usePage()
  const { duplicate = 0, bad = 0 } = checked
  return (
    <>
      <Notice kind="good">{t('{{count}} people have joined the list.', { count: countOf(taken, ['new', 'joins']) })}</Notice>
      <Heading>{t('What has happened')}</Heading>
      <CountTable counts={{ ...taken, duplicate, bad }} words={futureWords(t)} />
      <BadRows id={id} counts={checked} />
      {undoUntil && (
        <>
          <Heading>{t('Was it a mistake?')}</Heading>
          <p>
            {t('Until {{day}} you can take this import back.', { day: formatDay(undoUntil, timeZone ?? network.timeZone, language) })}{' '}
            <a href={paths.undo(id)}>{t('See what that does')}</a>
          </p>
        </>
      )}
    </>
  )
}

function Undone({ undone }: OutcomePageProps) {
  const t = useWords()
  const { back, stay } = undone ?? { back: 0, stay: 0 }
  return (
    <>
      <Notice kind="good">{t('The import was taken back for {{count}} people.', { count: back })}</Notice>
      {stay > 0 && <p>{t('{{count}} people stay as they are, since they have acted here themselves meanwhile.', { count: stay })}</p>}
    </>
  )
}

/** Says what taking an import back does, and to how many. */
export function UndoPage({ id, fileName, count }: { id: string; fileName: string; count: number }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Take “{{file}}” back?', { file: fileName })}
      sentence={t('What it added or changed for {{count}} people is undone. Whoever has acted here since stays as they are.', { count })}
      action={paths.undo(id)}
      button={t('Take the import back')}
      kind="danger"
    />
  )
}
