import type { HTMLAttributes } from 'preact'
import {
  Acts,
  Button,
  Field,
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
import { blockTypes } from '#letters'
import { BlockRow, useBlockNames, type Row } from './block-fields.pages.tsx'
import { paths } from './editions.paths.ts'

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
  isSaved?: boolean
}

/** Where an edition is written. Every button sends the whole form, so nothing typed is lost by moving a block. */
export function ComposePage({ slug, language, written, seen, rows, form, recordings, isSaved }: ComposePageProps) {
  const t = useWords()
  return (
    <Layout title={t('Write the update')} hidden scripts={['sort-blocks.js']}>
      <PageTitle above={<a href={paths.updates}>{t('Updates')}</a>}>{t('Write the update')}</PageTitle>
      <LanguageTabs current={language} written={written} href={(other) => paths.edit(slug, other)} />
      {isSaved && <Notice kind="good">{t('Saved.')}</Notice>}
      <Form action={paths.edit(slug)} errors={form.errors} multipart>
        <SaveButtons />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="order" value={rows.map(({ id }) => id).join(',')} />
        <HeadFields form={form} />
        <sort-blocks>
          <ol class="blocks">
            {rows.map((row, place) => (
              <BlockRow key={row.id} row={row} place={place} places={rows.length} form={form} recordings={recordings} />
            ))}
          </ol>
        </sort-blocks>
        <AddButtons />
      </Form>
      <p>
        <a href={paths.removal(slug)}>{t('Remove this draft')}</a>
      </p>
    </Layout>
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

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'sort-blocks': HTMLAttributes<HTMLElement>
    }
  }
}
