import { Acts, Button, Form, Notice, useWords } from '#platform/html'
import type { Tip } from './tip.data.ts'
import { paths } from './toolkit.paths.ts'

/** What stewards can do with a tip, where they read it. */
export function TipControls({ tip }: { tip: Tip }) {
  const t = useWords()
  const acts = (
    <Acts>
      <a href={paths.tipEdit(tip.slug, tip.language)}>{t('Edit')}</a>
      <a href={paths.tipRemoval(tip.slug)}>{t('Remove')}</a>
      <Form action={paths.tipPublication(tip.slug)}>
        {tip.publishedAt ? (
          <Button kind="quiet" name="publish" value="no">
            {t('Take back to drafts')}
          </Button>
        ) : (
          <Button name="publish" value="yes">
            {t('Publish')}
          </Button>
        )}
      </Form>
    </Acts>
  )
  return tip.publishedAt ? (
    acts
  ) : (
    <Notice>
      <p>{t('This is a draft. Only stewards see it.')}</p>
      {acts}
    </Notice>
  )
}
