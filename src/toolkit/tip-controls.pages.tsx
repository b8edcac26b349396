import { Acts, Button, Form, Notice, useWords } from '#platform/html'
import type { Tip } from './tip.data.ts'
import { paths } from './toolkit.paths.ts'

/** Over a draft: that it is one, and the button that publishes it. */
export function TipDraftNotice({ tip }: { tip: Tip }) {
  const t = useWords()
  return (
    <Notice>
      <p>{t('This is a draft. Only stewards see it.')}</p>
      <Acts>
        <Form action={paths.tipPublication(tip.slug)}>
          <Button name="publish" value="yes">
            {t('Publish')}
          </Button>
        </Form>
      </Acts>
    </Notice>
  )
}

/** What stewards can do with a tip, beside it. */
export function TipControls({ tip }: { tip: Tip }) {
  const t = useWords()
  return (
    <Acts>
      <a href={paths.tipEdit(tip.slug, tip.language)}>{t('Edit')}</a>
      <a href={paths.tipRemoval(tip.slug)}>{t('Remove')}</a>
      {tip.publishedAt && (
        <Form action={paths.tipPublication(tip.slug)}>
          <Button kind="quiet" name="publish" value="no">
            {t('Take back to drafts')}
          </Button>
        </Form>
      )}
    </Acts>
  )
}
