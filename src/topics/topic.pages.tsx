import {
  Button,
  Checkbox,
  ConfirmPage,
  EmptyState,
  Entry,
  EntryList,
  Field,
  fieldsOf,
  Fieldset,
  Form,
  Heading,
  Layout,
  Lede,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { paths } from './topics.paths.ts'
import type { TopicName } from './topics.tables.ts'

export type TopicLine = { id: string; name: TopicName; people: number }

/** What people can say they care about, and how many do. */
export function TopicsPage({ topics, form }: { topics: TopicLine[]; form: FormState }) {
  const t = useWords()
  return (
    <Layout title={t('Topics')} hidden>
      <PageTitle above={<a href="/admin/lists">{t('Lists')}</a>}>{t('Topics')}</PageTitle>
      <Lede>{t('On the page where people choose what they get, they tick the topics they care about.')}</Lede>
      {topics.length === 0 ? <EmptyState sentence={t('There is no topic yet. Name the first one.')} /> : <TopicList topics={topics} />}
      <Heading>{t('New topic')}</Heading>
      <Form action={paths.topics} errors={form.errors}>
        <NameFields form={form} />
        <Button>{t('Add the topic')}</Button>
      </Form>
    </Layout>
  )
}

function TopicList({ topics }: { topics: TopicLine[] }) {
  const t = useWords()
  const { language } = usePage()
  return (
    <EntryList label={t('Topics')}>
      {topics.map(({ id, name, people }) => (
        <Entry key={id} href={paths.topic(id)} title={name[language]} facts={[t('{{count}} people chose it', { count: people })]} />
      ))}
    </EntryList>
  )
}

function NameFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field {...field('name')} label={t('Name in English')} required maxLength={60} />
      <Field
        {...field('nameEs')}
        label={t('Name in Spanish')}
        hint={t('Without it, readers of Spanish get the English one.')}
        optional
        maxLength={60}
      />
    </>
  )
}

/** One topic: its names, and the way to remove it. */
export function TopicPage({ id, title, form }: { id: string; title: string; form: FormState }) {
  const t = useWords()
  return (
    <Layout title={title} hidden>
      <PageTitle above={<a href={paths.topics}>{t('Topics')}</a>}>{title}</PageTitle>
      <Form action={paths.topic(id)} errors={form.errors}>
        <NameFields form={form} />
        <Button>{t('Save')}</Button>
      </Form>
      <p>
        <a href={paths.removal(id)}>{t('Remove this topic')}</a>
      </p>
    </Layout>
  )
}

/** Says what removing a topic does, and to how many. */
export function TopicRemovalPage({ id, name, people }: { id: string; name: string; people: number }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove the topic {{name}}?', { name })}
      sentence={t('{{count}} people chose it. That they did is forgotten with it.', { count: people })}
      action={paths.removal(id)}
      button={t('Remove the topic')}
      kind="danger"
    />
  )
}

/** The boxes in a form of another room: one a topic, named `topic-` and its id. */
export function TopicChoices({ topics, form }: { topics: { id: string; name: TopicName }[]; form: FormState }) {
  const t = useWords()
  const { language } = usePage()
  if (topics.length === 0) return null
  return (
    <Fieldset
      name="topics"
      label={t('What do you care about?')}
      hint={t('It helps us to send you what is of use, and is shown to nobody.')}
      optional
    >
      {topics.map(({ id, name }) => (
        <Checkbox key={id} {...fieldsOf(form)(`topic-${id}`)} label={name[language]} />
      ))}
    </Fieldset>
  )
}
