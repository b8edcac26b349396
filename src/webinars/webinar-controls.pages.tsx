import { Acts, Button, Form, Notice, useWords } from '#platform/html'
import type { Webinar } from './webinar.data.ts'
import { paths } from './webinars.paths.ts'

/** Over a draft: that it is one, and the button that publishes it. */
export function WebinarDraftNotice({ webinar }: { webinar: Webinar }) {
  const t = useWords()
  return (
    <Notice>
      <p>{t('This is a draft. Only stewards see it.')}</p>
      <Acts>
        <Form action={paths.webinarPublication(webinar.slug)}>
          <Button name="publish" value="yes">
            {t('Publish')}
          </Button>
        </Form>
      </Acts>
    </Notice>
  )
}

/** What stewards can do with an entry, beside it. */
export function WebinarControls({ webinar, mediaHref }: { webinar: Webinar; mediaHref: string }) {
  const t = useWords()
  return (
    <Acts>
      <a href={paths.webinarEdit(webinar.slug, webinar.language)}>{t('Edit')}</a>
      <a href={mediaHref}>{t('Recording and slides')}</a>
      <a href={paths.webinarRemoval(webinar.slug)}>{t('Remove')}</a>
      {webinar.publishedAt && (
        <Form action={paths.webinarPublication(webinar.slug)}>
          <Button kind="quiet" name="publish" value="no">
            {t('Take back to drafts')}
          </Button>
        </Form>
      )}
    </Acts>
  )
}
