import { ErrorPage } from '#platform/html'
import type { RequestContext } from './environment.ts'

/** One page for each thing that can go wrong, in the family of all others; plain text when not even the network could be read. */
export function errorPage(c: RequestContext, status: number, methods: string[] = []): Response | Promise<Response> {
  const { t } = c.var
  if (methods.length) c.header('allow', methods.join(', '))
  const words = wordsOf(c, status)
  if (status === 503) c.header('retry-after', '10')
  if (!c.var.page) return c.text(`${words.title}. ${words.sentence} ${status >= 500 ? c.var.requestId : ''}`, status as 500)
  return c.var.page(
    <ErrorPage
      status={status}
      title={words.title}
      sentence={words.sentence}
      number={status >= 500 ? t('Number to quote: {{number}}', { number: c.var.requestId }) : undefined}
    />,
    status,
  )
}

function wordsOf(c: RequestContext, status: number) {
  const { t } = c.var
  if (status === 403)
    return { title: t('This is not yours to change'), sentence: t('Ask a steward of the community if you think it should be.') }
  if (status === 404)
    return {
      title: t('This page is not here'),
      sentence: t('It may have moved, or the link may be incomplete. Start from the front page.'),
    }
  if (status === 405) return { title: t('That cannot be done here'), sentence: t('Go back, open the page again and use its button.') }
  if (status === 413) return { title: t('That is too large'), sentence: t('Send less at once, or a smaller picture.') }
  if (status === 429) return { title: t('That was a lot of tries'), sentence: t('Wait a little while, then try again.') }
  if (status === 503)
    return {
      title: t('We will be back in a minute'),
      sentence: t('The community’s records are out of reach just now. Nothing that was confirmed is lost. Try again shortly.'),
    }
  return { title: t('Something broke on our side'), sentence: t('Nothing you did was lost that we had confirmed. Try again in a minute.') }
}
