import {
  Acts,
  Button,
  Checkbox,
  Choices,
  Facts,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Notice,
  PageTitle,
  Select,
  Table,
  TextArea,
  useWords,
  type FormState,
} from '#platform/html'
import type { Words } from '#platform/text'
import type { FileRefusal, Found } from './found.ts'
import { refusalWords } from './fault.words.ts'
import { askedColumns } from './import.form.ts'
import { paths } from './imports.paths.ts'

export type DescribePageProps = {
  id: string
  fileName: string
  found: Found
  fault: string | null
  lists: { slug: string; name: string; description: string }[]
  form: FormState
}

/** What a file says is known; what it means, the steward says: which column is what, which list, by what consent. */
export function DescribePage({ id, fileName, found, fault, lists, form }: DescribePageProps) {
  const t = useWords()
  return (
    <Layout title={t('What is in this file?')} hidden>
      <PageTitle above={<a href={paths.imports}>{t('Bring people along')}</a>}>{t('What is in this file?')}</PageTitle>
      <FoundFacts fileName={fileName} found={found} />
      {fault && <Notice kind="problem">{refusalWords(t)[fault as FileRefusal]}</Notice>}
      <Heading>{t('Its first rows')}</Heading>
      <Table
        caption={t('Its first rows')}
        quietCaption
        head={found.heads}
        rows={found.sample.map((cells) => found.heads.map((_, at) => cells[at] ?? ''))}
      />
      <Form action={paths.description(id)} errors={form.errors}>
        {found.kind !== 'vcard' && <ColumnFields found={found} form={form} />}
        <ConsentFields lists={lists} form={form} />
        <Button>{t('Show me what would happen')}</Button>
      </Form>
      <Discard id={id} />
    </Layout>
  )
}

function FoundFacts({ fileName, found }: Pick<DescribePageProps, 'fileName' | 'found'>) {
  const t = useWords()
  const kinds = { table: t('A table'), mailchimp: t('People of Mailchimp'), vcard: t('Address cards') }
  const inside = found.parts.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  return (
    <Facts
      facts={[
        { name: t('File'), value: fileName },
        { name: t('What it is'), value: kinds[found.kind] },
        inside.length > 0 && { name: t('What is read in it'), value: inside.join(', ') },
        found.leftOut.length > 0 && { name: t('What is left out'), value: found.leftOut.slice(0, 20).join(', ') },
      ]}
    />
  )
}

const columnWords = (t: Words): Record<(typeof askedColumns)[number], string> => ({
  email: t('E-mail'),
  name: t('Full name'),
  firstName: t('First name'),
  lastName: t('Last name'),
  organisation: t('Organization'),
  job: t('Role'),
  state: t('State'),
  language: t('Language'),
  tags: t('Tags'),
})

function ColumnFields({ found, form }: Pick<DescribePageProps, 'found' | 'form'>) {
  const t = useWords()
  const words = columnWords(t)
  const options = found.heads.map((heading, at) => {
    const example = found.sample.map((cells) => cells[at]).find(Boolean)
    return { value: heading, words: example ? `${heading}: ${example.slice(0, 40)}` : heading }
  })
  return (
    <>
      <Heading>{t('Which column says what?')}</Heading>
      {askedColumns.map((name) => (
        <Select
          key={name}
          {...fieldsOf(form)(`column-${name}`)}
          label={words[name]}
          optional={name !== 'email'}
          options={options}
          empty={t('In no column')}
        />
      ))}
    </>
  )
}

function ConsentFields({ lists, form }: Pick<DescribePageProps, 'lists' | 'form'>) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Heading>{t('Who are they, and what did they agree to?')}</Heading>
      <Choices
        {...field('list')}
        label={t('Which list do they join?')}
        options={lists.map(({ slug, name, description }) => ({ value: slug, words: name, hint: description }))}
      />
      <TextArea
        {...field('origin')}
        label={t('Where do these people come from?')}
        hint={t('For example: “Our Mailchimp audience, 2019 to 2026” or “Sign-up sheet of the Academy in May”.')}
        rows={2}
      />
      <TextArea
        {...field('wording')}
        label={t('What did they agree to?')}
        hint={t(
          'The words of the form they filled in, if you have them. We keep this as the proof of their consent, word for word, and show it to them.',
        )}
        rows={3}
      />
      <Checkbox {...field('agreed')} label={t('They have agreed to get this list’s mail.')} />
    </>
  )
}

export function Discard({ id }: { id: string }) {
  const t = useWords()
  return (
    <Acts>
      <Form action={paths.removal(id)} inline>
        <Button kind="quiet">{t('Throw the file away')}</Button>
      </Form>
    </Acts>
  )
}
