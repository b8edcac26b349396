import type { HTMLAttributes } from 'preact'
import {
  Acts,
  Button,
  Field,
  FieldError,
  fieldsOf,
  Form,
  Heading,
  LanguageTabs,
  Layout,
  Notice,
  PageTitle,
  useWords,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import { BlockRow, blockTypes, useBlockNames, type Row } from '#letters'
import { editionPaths as paths } from '#editions'
import { Changes, KeepDraft, WritingNotices, type Comparison, type WritingState } from '#drafts'
import { NewsChoice } from './news.pages.tsx'
import { fieldOf, type News } from './news.rules.ts'

export type ComposePageProps = {
  slug: string
  language: Language
  /** Languages that have words. */
  written: Language[]
  /** When it was saved last, as the writer saw it. */
  seen: string
  rows: Row[]
  form: FormState
  recordings: { slug: string; title: string }[]
  titles: Record<string, string>
  /** What is new and not in here yet. */
  news: News
  isSaved?: boolean
  state: WritingState
  /** Where somebody else saved meanwhile: what would become of their text. */
  conflict?: Comparison | undefined
}

/** Where an edition is written. Every button sends the whole form, so nothing typed is lost by moving a block. */
export function ComposePage(props: ComposePageProps) {
  const { slug, language, written, seen, rows, form, recordings, titles, isSaved, state, conflict } = props
  const t = useWords()
  return (
    <Layout title={t('Write the update')} hidden scripts={['sort-blocks.js', 'keep-draft.js', 'put-picture.js']}>
      <PageTitle above={<a href={paths.updates}>{t('Updates')}</a>}>{t('Write the update')}</PageTitle>
      <LanguageTabs current={language} written={written} href={(other) => paths.edit(slug, other)} />
      {isSaved && <Notice kind="good">{t('Saved.')}</Notice>}
      <WritingNotices {...{ slug, language, state }} />
      <Form action={paths.edit(slug)} errors={form.errors} multipart>
        {conflict && <Conflict comparison={conflict} />}
        <SaveButtons />
        <KeepDraft {...{ slug, language, state }} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="order" value={rows.map(({ id }) => id).join(',')} />
        <HeadFields form={form} />
        <sort-blocks>
          <ol class="blocks">
            {rows.map((row, place) => (
              <BlockRow key={row.id} {...{ row, place, form, recordings, titles }} places={rows.length} />
            ))}
          </ol>
        </sort-blocks>
        <AddButtons />
        <AddNews {...props} />
        <PastedPicture error={form.errors['pasted']} />
      </Form>
      <p>
        <a href={paths.removal(slug)}>{t('Remove this draft')}</a>
      </p>
    </Layout>
  )
}

/** Both texts at once: theirs, and what yours makes of it. */
function Conflict({ comparison }: { comparison: Comparison }) {
  const t = useWords()
  return (
    <details class="conflict" open>
      <summary>{t('What your text would change in theirs')}</summary>
      <Changes comparison={comparison} />
    </details>
  )
}

function HeadFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field
        {...field('subject')}
        label={t('Subject')}
        hint={t('What a mailbox shows first, and the title of the web page.')}
        required
        maxLength={200}
      />
      <Field
        {...field('preheader')}
        label={t('Line beside the subject')}
        hint={t('Most mailboxes show one line more. Say what is inside.')}
        optional
        maxLength={200}
      />
    </>
  )
}

/** First in the form, so that the Enter key saves. */
function SaveButtons() {
  const t = useWords()
  return (
    <Acts>
      <Button name="act" value="save">
        {t('Save')}
      </Button>
      <Button kind="quiet" name="act" value="preview">
        {t('Save and preview')}
      </Button>
      <Button kind="quiet" name="act" value="send">
        {t('Send …')}
      </Button>
    </Acts>
  )
}

function AddButtons() {
  const t = useWords()
  const names = useBlockNames()
  return (
    <div class="add-block">
      <Heading>{t('Add a block')}</Heading>
      <Acts>
        {blockTypes.map((type) => (
          <Button key={type} kind="quiet" name="act" value={`add:${type}`}>
            {names[type]}
          </Button>
        ))}
      </Acts>
    </div>
  )
}

/** All of what is new, ticked, to be taken in as blocks. */
function AddNews({ news, form: { values } }: ComposePageProps) {
  const t = useWords()
  const items = news.flatMap(({ items }) => items)
  if (items.length === 0) return null
  const ticked = Object.fromEntries(items.map((item) => [fieldOf(item), 'yes']))
  return (
    <details class="add-news">
      <summary>{t('{{count}} new things that are not in here yet', { count: items.length })}</summary>
      <NewsChoice news={news} form={{ values: { ...ticked, ...values }, errors: {} }} label={t('What is new since the last update')} />
      <Button kind="quiet" name="act" value="news">
        {t('Add what is ticked')}
      </Button>
    </details>
  )
}

/** Takes a picture that was pasted or dropped into the text; the script sends it and says behind which block it belongs. */
const PastedPicture = ({ error }: { error: string | undefined }) => (
  <div hidden={!error} class="field">
    <FieldError name="pasted" error={error} />
    <input type="file" name="pasted" id="field-pasted" aria-hidden="true" tabIndex={-1} hidden />
  </div>
)

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'sort-blocks': HTMLAttributes<HTMLElement>
    }
  }
}
