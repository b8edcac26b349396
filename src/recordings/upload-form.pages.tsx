import type { HTMLAttributes } from 'preact'
import { Button, Field, fieldsOf, Form, useWords, type FormState } from '#platform/html'
import { paths } from './recordings.paths.ts'
import type { Purpose } from './recordings.tables.ts'

export type UploadFormProps = { slug: string; purpose: Purpose; form: FormState; label: string; hint: string; accept: string }

/** Sends a file in pieces, so that a bad line costs seconds and not the evening; without script, in one go. */
export function UploadForm({ slug, purpose, form, label, hint, accept }: UploadFormProps) {
  const t = useWords()
  return (
    <resumable-upload
      data-begin={paths.uploads(slug)}
      data-purpose={purpose}
      data-sent={t('{{percent}} of 100 sent', { percent: '{percent}' })}
      data-waiting={t('The line is cut. Trying again; keep this page open.')}
      data-failed={t('It could not be sent. Choose the file again to go on where it was.')}
    >
      <Form action={`${paths.media(slug)}/${purpose}`} errors={form.errors} multipart>
        <Field {...fieldsOf(form)(purpose)} type="file" label={label} hint={hint} accept={accept} />
        <Button>{t('Send the file')}</Button>
        <p role="status" class="quiet" data-state />
        <progress max={100} value={0} hidden aria-label={label} />
      </Form>
    </resumable-upload>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'resumable-upload': HTMLAttributes<HTMLElement>
      'media-player': HTMLAttributes<HTMLElement>
    }
  }
}
