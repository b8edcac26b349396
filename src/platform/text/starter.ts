import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#root'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import { languages, type Language } from './words.ts'

/** One page of the starter content: its address and its words in each language it was written in. */
export type StarterPage = { slug: string; texts: Partial<Record<Language, FrontMatter>> & { en: FrontMatter } }

/** Reads `content/<folder>`: `name.md` in English and, where there is one, `name.es.md`. */
export function readStarter(folder: string): StarterPage[] {
  const path = join(root, 'content', folder)
  const slugs = readdirSync(path)
    .filter((name) => /^[a-z0-9-]+\.md$/.test(name))
    .map((name) => name.slice(0, -3))
  return slugs.toSorted().map((slug) => {
    const read = (file: string) => readFrontMatter(readFileSync(join(path, file), 'utf8'))
    const others = languages.filter((language) => language !== 'en' && existsSync(join(path, `${slug}.${language}.md`)))
    const texts = Object.fromEntries(others.map((language) => [language, read(`${slug}.${language}.md`)]))
    return { slug, texts: { ...texts, en: read(`${slug}.md`) } }
  })
}
