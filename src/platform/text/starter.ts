import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#root'
import { readFrontMatter } from './front-matter.ts'
import { languages, type Language } from './words.ts'

/** The words of one language. `key` gives what the front matter says, or nothing. */
export type StarterText = { language: Language; key: (name: string) => string; body: string }

/** One page of the starter content: its address, and its words in each language it was written in, English first. */
export type StarterPage = { slug: string; english: StarterText; texts: StarterText[] }

/** Reads `content/<folder>`: `name.md` in English and, where there is one, `name.es.md`. */
export function readStarter(folder: string): StarterPage[] {
  const path = join(root, 'content', folder)
  const slugs = readdirSync(path).flatMap((name) => (/^[a-z0-9-]+\.md$/.test(name) ? [name.slice(0, -3)] : []))
  return slugs.toSorted().map((slug) => {
    const english = readText(join(path, `${slug}.md`), 'en')
    const others = languages.filter((language) => language !== 'en' && existsSync(join(path, `${slug}.${language}.md`)))
    return { slug, english, texts: [english, ...others.map((language) => readText(join(path, `${slug}.${language}.md`), language))] }
  })
}

function readText(file: string, language: Language): StarterText {
  const { keys, body } = readFrontMatter(readFileSync(file, 'utf8'))
  return { language, key: (name) => keys[name] ?? '', body }
}
