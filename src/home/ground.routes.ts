import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { asset, themeCss } from '#platform/html'
import { anyone, languageInput, lineInput, newRoutes, ownPath, readForm, type Asked } from '#platform/http'
import { savePerson } from '#people'

const choice = z.object({ language: languageInput, next: lineInput(2000) })

/** Hovering a link begins to fetch the page behind it, except those that are somebody's own. */
const speculation = {
  prerender: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/me*', '/admin*', '/outbox*', '/sign-in*', '/*.ics', '/*.xml', '/*.csv'] } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
}

/** What every page leans on: the choice of language, the community's colours, what the browser may fetch ahead. */
export const groundRoutes = newRoutes()
  .post('/language', anyone, async (c) => {
    const { values } = await readForm(c, choice)
    if (!values) return c.redirect('/', 303)
    if (c.var.person) await savePerson(c.var.db, c.var.person.id, { language: values.language })
    setCookie(c, 'language', values.language, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'Lax',
      httpOnly: true,
      secure: c.var.config.baseUrl.startsWith('https:'),
    })
    return c.redirect(ownPath(values.next), 303)
  })
  .get('/speculation-rules.json', anyone, (c) =>
    c.json(speculation, 200, { 'content-type': 'application/speculationrules+json', 'cache-control': 'public, max-age=3600' }),
  )
  .get('/theme.css', anyone, (c) =>
    c.body(themeCss(accentOf(c)), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  )
  .get('/favicon.ico', anyone, (c) => c.redirect(asset('icon.svg'), 302))

/** The colour that the address names, so that what a browser keeps for ever is true of it for ever. */
function accentOf(c: Asked) {
  const asked = c.req.query('accent') ?? ''
  return /^[0-9a-f]{6}$/.test(asked) ? `#${asked}` : c.var.network.accent
}
