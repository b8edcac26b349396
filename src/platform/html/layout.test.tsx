import { describe, expect, test } from 'vitest'
import { Layout } from './layout.tsx'
import { ada, ben, visit } from './page-for-tests.ts'
import type { PageContext } from './page-context.ts'
import { renderPage } from './render.ts'

const page = (change: Partial<PageContext> = {}) => renderPage(<Layout title="Spring call">Come in.</Layout>, visit(change))

test('a page is a whole document with its name, language and address', () => {
  const html = page()
  expect(html.startsWith('<!doctype html><html lang="en" dir="ltr">')).toBe(true)
  expect(html).toContain('<title>Spring call · Sector Partnerships</title>')
  expect(html).toContain('<link rel="canonical" href="https://community.example/events/spring-call"/>')
  expect(page({ path: '/events?page=2&kind=webinar' })).toContain('href="https://community.example/events"/>')
})

test('the part of the house one stands in is marked', () => {
  expect(page()).toContain('<a href="/events" aria-current="true">Events</a>')
  expect(page({ path: '/events' })).toContain('<a href="/events" aria-current="page">Events</a>')
  expect(page({ path: '/eventful' })).not.toContain('aria-current')
})

describe('the head greets', () => {
  test('a visitor with a way in', () => expect(page()).toContain('Sign in'))

  test('Ben with his name and no desk', () => {
    const html = page({ person: ben })
    expect(html).toContain('href="/me">Ben</a>')
    expect(html).not.toContain('/admin')
  })

  test('Ada with her desk', () => expect(page({ person: ada })).toContain('<a href="/admin">Desk</a>'))
})

test('the other language is one button away and leads back here', () => {
  const html = page({ path: '/events?page=2&kind="x"' })
  expect(html).toContain('<input type="hidden" name="next" value="/events?page=2&amp;kind=&quot;x&quot;"/>')
  expect(html).toContain('<button name="language" value="es" lang="es">Español</button>')
  expect(page({ language: 'es' })).toContain('<button name="language" value="en" lang="en">English</button>')
  expect(page({ language: 'es' })).toContain('Ir al contenido')
})

test('no page carries a script or a style of its own, which the browser would refuse', () => {
  expect(page({ person: ada })).not.toMatch(/<style|<script>|\sstyle=|\son[a-z]+=/)
})

test('names that people chose cannot become markup', () => {
  const html = page({ person: { ...ben, name: '<script>alert(1)</script>' }, network: { ...visit().network, name: '</title><b>' } })
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('</title><b>')
})

test('a page behind a link of one’s own stays out of search engines', () => {
  const hidden = renderPage(
    <Layout title="Leave" hidden>
      …
    </Layout>,
    visit(),
  )
  expect(hidden).toContain('<meta name="robots" content="noindex"/>')
  expect(page()).not.toContain('noindex')
})
