import type { ComponentChildren, HTMLAttributes } from 'preact'
import {
  Button,
  Choices,
  EmptyState,
  Entry,
  EntryList,
  fieldsOf,
  Form,
  Heading,
  In,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { Clock } from './clock.pages.tsx'
import type { NamedItem } from './item.data.ts'
import { paths } from './live.paths.ts'
import { sharingWords } from './live.words.ts'

export type LiveCall = { slug: string; title: string; language: 'en' | 'es'; timeZone: string }
export type LivePageProps = { call: LiveCall; items: NamedItem[]; form: FormState; isAsked: boolean; isOver: boolean }

/** The questions of a call as everybody follows them. */
export function LivePage({ call, items, form, isAsked, isOver }: LivePageProps) {
  const t = useWords()
  const { person } = usePage()
  return (
    <LiveFrame call={call}>
      {isAsked && (
        <Notice kind="good">
          <p>{t('The hosts have your question.')}</p>
        </Notice>
      )}
      {person?.isSteward && (
        <p>
          <a href={paths.host(call.slug)}>{t('The hosts’ page')}</a>
        </p>
      )}
      <LivePart stream={paths.stream(call.slug)}>
        <Board items={items} timeZone={call.timeZone} />
      </LivePart>
      <p class="hint">
        {t('This page follows the call by itself where your browser can.')}{' '}
        <a href={paths.live(call.slug)}>{t('Show how it stands now')}</a>
      </p>
      {!isOver && (person ? <AskForm call={call} form={form} /> : <SignIn call={call} />)}
    </LiveFrame>
  )
}

export function LiveFrame({ call, children }: { call: LiveCall; children: ComponentChildren }) {
  const t = useWords()
  return (
    <Layout
      title={t('Questions live: {{title}}', { title: call.title })}
      hidden
      scripts={['live-part.js', 'live-clock.js', 'live-keys.js']}
    >
      <PageTitle
        above={
          <a href={paths.event(call.slug)}>
            <In language={call.language}>{call.title}</In>
          </a>
        }
      >
        {t('Questions, live')}
      </PageTitle>
      {children}
    </Layout>
  )
}

/** A part that follows; it says by which clock. */
export function LivePart({ stream, children }: { stream: string; children: ComponentChildren }) {
  const { now } = usePage()
  return (
    <live-part stream={stream} now={now.toString()}>
      {children}
    </live-part>
  )
}

/** What is talked about, what comes next, what has been. The same for everybody. */
export function Board({ items, timeZone }: { items: NamedItem[]; timeZone: string }) {
  const t = useWords()
  const [now] = items.filter(({ state }) => state === 'now')
  const next = items.filter(({ state }) => state === 'waiting')
  const done = items.filter(({ state }) => state === 'done')
  return (
    <>
      <section aria-live="polite">
        <Heading>{t('Now')}</Heading>
        {now ? (
          <EntryList>
            <Asked item={now} />
          </EntryList>
        ) : (
          <EmptyState sentence={t('No question is open just now.')} />
        )}
      </section>
      {now && <Clock item={now} timeZone={timeZone} />}
      <Questions title={t('Next')} items={next} />
      <Questions title={t('Talked about')} items={done} />
    </>
  )
}

const Questions = ({ title, items }: { title: string; items: NamedItem[] }) =>
  items.length > 0 ? (
    <section>
      <Heading>{title}</Heading>
      <EntryList>
        {items.map((item) => (
          <Asked key={item.id} item={item} />
        ))}
      </EntryList>
    </section>
  ) : null

const Asked = ({ item }: { item: NamedItem }) => <Entry level={3} title={item.question} facts={[item.name]} />

function AskForm({ call, form }: { call: LiveCall; form: FormState }) {
  const t = useWords()
  const field = fieldsOf({ ...form, values: { sharing: 'nameless', ...form.values } })
  const words = sharingWords(t)
  return (
    <section>
      <Heading>{t('Ask from the call')}</Heading>
      <Form action={paths.live(call.slug)} errors={form.errors}>
        <TextArea label={t('Your question')} rows={3} maxLength={1000} {...field('question')} />
        <Choices
          label={t('How may the hosts show it?')}
          {...field('sharing')}
          options={(['named', 'nameless', 'not-at-all'] as const).map((value) => ({ value, words: words[value] }))}
        />
        <Button>{t('Ask the hosts')}</Button>
      </Form>
    </section>
  )
}

function SignIn({ call }: { call: LiveCall }) {
  const t = useWords()
  return (
    <section>
      <Heading>{t('Ask from the call')}</Heading>
      <LinkButton kind="quiet" href={`/sign-in?next=${encodeURIComponent(paths.live(call.slug))}`}>
        {t('Sign in to ask')}
      </LinkButton>
    </section>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'live-part': HTMLAttributes<HTMLElement> & { stream: string; now: string }
    }
  }
}
