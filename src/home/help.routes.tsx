import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Layout, PageTitle, Prose } from '#platform/html'
import { anyone, newRoutes } from '#platform/http'
import { markdown, readFrontMatter, type Language } from '#platform/text'
import { root } from '#root'

/** Written once, in `content/help.md`; the first reader brings it in. */
const known = new Map<Language, { title: string; html: string }>()

export const helpRoutes = newRoutes().get('/help', anyone, (c) =>
  c.var.page(<HelpPage {...helpIn(c.var.language)} />, { keep: { tables: ['network'] } }),
)

function helpIn(language: Language) {
  const help = known.get(language) ?? readHelp(language)
  known.set(language, help)
  return help
}

function readHelp(language: Language) {
  const { keys, body } = readFrontMatter(readFileSync(join(root, 'content', language === 'en' ? 'help.md' : `help.${language}.md`), 'utf8'))
  return { title: keys['title'] ?? '', html: markdown(body) }
}

const HelpPage = ({ title, html }: { title: string; html: string }) => (
  <Layout title={title}>
    <PageTitle>{title}</PageTitle>
    <Prose html={html} />
  </Layout>
)
