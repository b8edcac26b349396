import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFrontMatter, writeFrontMatter, type FrontMatter } from './front-matter.ts'
import { isLanguage, type Language } from './words.ts'

/** One page as files: `slug.md` in English, `slug.es.md` in Spanish. */
export type FiledPage = { slug: string; texts: (FrontMatter & { language: Language })[] }

const name = /^(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?<language>[a-z]{2}))?\.md$/

/** Writes a file for each text of each page; the folder is made when it is not there. */
export function writePages(folder: string, pages: FiledPage[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { slug, texts } of pages)
    for (const { language, ...text } of texts)
      writeFileSync(join(folder, language === 'en' ? `${slug}.md` : `${slug}.${language}.md`), writeFrontMatter(text))
}

/** Reads them again; other files are left alone. */
export function readPages(folder: string): FiledPage[] {
  const texts = readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const { slug, language = 'en' } = name.exec(file)?.groups ?? {}
      return slug && isLanguage(language) ? [{ slug, language, ...readFrontMatter(readFileSync(join(folder, file), 'utf8')) }] : []
    })
  return [...Map.groupBy(texts, ({ slug }) => slug)].map(([slug, all]) => ({ slug, texts: all.map(({ slug: _slug, ...text }) => text) }))
}
