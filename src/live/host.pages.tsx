import {
  Acts,
  Button,
  Choices,
  EmptyState,
  Entry,
  EntryList,
  fieldsOf,
  Form,
  Heading,
  Status,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatTime } from '#platform/time'
import type { NamedItem } from './item.data.ts'
import type { Move } from './item.rules.ts'
import { Clock } from './clock.pages.tsx'
import { Keys } from './keys.pages.tsx'
import { LiveFrame, LivePart, type LiveCall } from './live.pages.tsx'
import { paths } from './live.paths.ts'
import { sharingWords } from './live.words.ts'

type Queue = { call: LiveCall; items: NamedItem[]; timeZone: string }
export type HostPageProps = Queue & { form: FormState; refused: string | null }

/** For whoever leads the call: the next question by one key, notes beside what is talked about, and all that wait. */
export function HostPage({ form, refused, ...queue }: HostPageProps) {
  const t = useWords()
  const { call, items } = queue
  const now = items.find(({ state }) => state === 'now')
  return (
    <LiveFrame call={call}>
      <p>
        <a href={paths.live(call.slug)}>{t('The page that everybody sees')}</a>
      </p>
      {refused && <p role="alert">{refused}</p>}
      <Acts>
        <Form action={paths.turn(call.slug)}>
          <Button>{t('Next question')}</Button>
        </Form>
        <Form action={paths.challenges(call.slug)}>
          <Button kind="quiet">{t('Bring in the challenges that wait')}</Button>
        </Form>
      </Acts>
      {now && <NotesForm call={call} item={now} form={form} />}
      <LivePart stream={paths.hostStream(call.slug)}>
        <HostQueue {...queue} />
      </LivePart>
      <p>
        <a href={paths.host(call.slug)}>{t('Show how it stands now')}</a>
      </p>
      <AddForm call={call} form={form} />
      <Keys slug={call.slug} />
    </LiveFrame>
  )
}

function NotesForm({ call, item, form }: { call: LiveCall; item: NamedItem; form: FormState }) {
  const t = useWords()
  const field = fieldsOf({ ...form, values: { notes: item.notes, ...form.values } })
  return (
    <section>
      <Heading>{item.question}</Heading>
      <Form action={paths.notes(call.slug, item.id)}>
        <TextArea label={t('Notes')} hint={t('Only stewards read them.')} rows={8} maxLength={8000} {...field('notes')} />
        <Button kind="quiet">{t('Keep the notes')}</Button>
      </Form>
    </section>
  )
}

/** The same for all hosts of the call, live. */
export function HostQueue({ call, items, timeZone }: Queue) {
  const t = useWords()
  if (items.length === 0)
    return <EmptyState sentence={t('No question yet. Those on the call can ask on their page; you can add one below.')} />
  const parts = [
    { title: t('Now'), state: 'now' },
    { title: t('Next'), state: 'waiting' },
    { title: t('Talked about'), state: 'done' },
  ]
  return (
    <>
      {parts.map(({ title, state }) => {
        const here = items.filter((item) => item.state === state)
        return (
          here.length > 0 && (
            <section key={state}>
              <Heading>{title}</Heading>
              <EntryList>
                {here.map((item, at) => (
                  <HostItem key={item.id} {...{ call, item, timeZone }} isFirst={at === 0} />
                ))}
              </EntryList>
              {here.map((item) => state === 'now' && <Clock key={item.id} item={item} timeZone={timeZone} />)}
            </section>
          )
        )
      })}
    </>
  )
}

type HostItemProps = { call: LiveCall; item: NamedItem; timeZone: string; isFirst: boolean }

function HostItem({ call, item, timeZone, isFirst }: HostItemProps) {
  const t = useWords()
  const { language } = usePage()
  const clock = item.begunAt && formatTime(item.begunAt, timeZone, language)
  return (
    <Entry
      level={3}
      title={item.question}
      facts={[
        item.name || t('Nameless'),
        item.sharing === 'not-at-all' ? (
          <Status kind="problem">{sharingWords(t)['not-at-all']}</Status>
        ) : item.shownAt ? (
          t('Shown to all')
        ) : (
          t('Not shown yet')
        ),
        item.state === 'done' && clock && t('Begun at {{clock}}', { clock }),
      ]}
      acts={
        <>
          <Moves call={call} item={item} isFirst={isFirst} />
          {item.questionId && <a href={`/office-hours/queue/${item.questionId}/answer`}>{t('Write the answer')}</a>}
        </>
      }
    />
  )
}

function Moves({ call, item, isFirst }: Omit<HostItemProps, 'timeZone'>) {
  const t = useWords()
  const words: Record<Move, string> = {
    now: t('Take it up'),
    done: t('Finish'),
    back: t('Back to the queue'),
    up: t('Earlier'),
    show: t('Show to all'),
    hide: t('Hide again'),
  }
  return (
    <Form action={paths.item(call.slug, item.id)} label={item.question} inline>
      {movesOf(item, isFirst).map((how) => (
        <Button key={how} kind="quiet" name="how" value={how}>
          {words[how]}
        </Button>
      ))}
    </Form>
  )
}

function movesOf({ state, sharing, shownAt }: NamedItem, isFirst: boolean): Move[] {
  const showing: Move[] = sharing === 'not-at-all' ? [] : [shownAt ? 'hide' : 'show']
  if (state === 'waiting') return ['now', ...(isFirst ? [] : (['up'] as const)), ...showing]
  return state === 'now' ? ['done', 'back', ...showing] : ['back', ...showing]
}

function AddForm({ call, form }: { call: LiveCall; form: FormState }) {
  const t = useWords()
  const field = fieldsOf({ ...form, values: { sharing: 'nameless', ...form.values } })
  return (
    <section>
      <Heading>{t('Add a question')}</Heading>
      <p class="hint">{t('What was brought ahead, with an RSVP too, joins by the second button above.')}</p>
      <Form action={paths.items(call.slug)} errors={form.errors}>
        <TextArea label={t('The question')} rows={3} maxLength={1000} {...field('question')} />
        <Choices
          label={t('Who sees it?')}
          {...field('sharing')}
          options={[
            { value: 'nameless', words: t('Everybody who follows') },
            { value: 'not-at-all', words: t('Only the hosts') },
          ]}
        />
        <Button>{t('Add it')}</Button>
      </Form>
    </section>
  )
}
