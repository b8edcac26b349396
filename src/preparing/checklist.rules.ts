import type { Language } from '#platform/text'
import { inLanguage, type Block, type Letters, type Texts } from '#letters'

const findingKinds = [
  'broken-link',
  'unsure-link',
  'unchecked-links',
  'undescribed-picture',
  'heading-order',
  'heavy-pictures',
  'cut-by-gmail',
  'no-readers',
  'test-reader-left',
  'no-preheader',
  'long-subject',
  'missing-translation',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Something to mend before an edition leaves: of which language and block, and what exactly. */
export type Finding = { kind: FindingKind; language?: Language; block?: string; detail?: string }

/** What holds the sending until it is mended, or a steward says to send all the same. The rest is advice. */
const serious: FindingKind[] = ['broken-link', 'undescribed-picture', 'cut-by-gmail']

export const isSerious = ({ kind }: Finding): boolean => serious.includes(kind)

export type LinkKnown = { address: string; outcome: 'works' | 'broken' | 'unsure'; detail: string }

export type ToCheck = {
  subject: Texts
  preheader: Texts
  blocks: Block[]
  letters: Letters
  /** What the whole mail weighs in each language, in bytes. */
  weights: Record<Language, number>
  readers: Record<Language, number>
  /** Stewards who got a test and have left the list. */
  testReadersWhoLeft: string[]
  links: LinkKnown[]
  /** How many links nobody has asked for yet. */
  unchecked: number
  /** Weight by path, in bytes. */
  pictures: Map<string, number>
}

/** All there is to say of an edition before it leaves, the serious first. */
export function checklist(edition: ToCheck): Finding[] {
  const found = checks.flatMap((check) => check(edition))
  return [...found.filter(isSerious), ...found.filter((finding) => !isSerious(finding))]
}

type Check = (edition: ToCheck) => Finding[]

const mostSubject = 60
/** Gmail cuts a mail that is longer and hides the rest, the link to leave the list among it. */
const gmailCuts = 102 * 1024
const heavy = 400 * 1024

const brokenLinks: Check = ({ links, blocks }) =>
  links.flatMap(({ address, outcome, detail }) => {
    if (outcome === 'works') return []
    const block = blockWith(blocks, address)
    const where = { detail: outcome === 'broken' ? address : `${address} (${detail})`, ...(block && { block }) }
    return [{ kind: outcome === 'broken' ? 'broken-link' : 'unsure-link', ...where }]
  })

/** Our own addresses may stand in a block without their beginning. */
function blockWith(blocks: Block[], address: string): string | undefined {
  const path = URL.canParse(address) ? new URL(address).pathname : address
  const holding = (part: string) => blocks.find((block) => JSON.stringify(block).includes(JSON.stringify(part).slice(1, -1)))
  return (holding(address) ?? (path.length > 1 ? holding(path) : undefined))?.id
}

const uncheckedLinks: Check = ({ unchecked }) => (unchecked > 0 ? [{ kind: 'unchecked-links', detail: String(unchecked) }] : [])

/** Of words, a picture without a description is left out; people would look for it in vain. */
const undescribedPictures: Check = ({ blocks }) =>
  blocks.flatMap((block) =>
    block.type === 'words'
      ? languagesOf(block.text)
          .filter((language) => /!\[\s*\]\(/.test(block.text[language] ?? ''))
          .map((language): Finding => ({ kind: 'undescribed-picture', language, block: block.id }))
      : [],
  )

/** The subject is the first title, so blocks begin with the second level, and no level is skipped. */
const headingOrder: Check = ({ blocks, letters }) => {
  const found: Finding[] = []
  for (const block of blocks) {
    const piece = letters.en.pieces.find((one) => one.block === block.id)
    if (piece?.type !== 'words') continue
    let before = 1
    for (const [, level] of piece.html.matchAll(/<h([2-4])/g)) {
      if (Number(level) > before + 1) found.push({ kind: 'heading-order', block: block.id })
      before = Number(level)
    }
  }
  return [...new Map(found.map((finding) => [finding.block, finding])).values()]
}

const heavyPictures: Check = ({ pictures, blocks }) =>
  [...pictures].flatMap(([path, bytes]): Finding[] => {
    const block = blockWith(blocks, path)
    return bytes > heavy ? [{ kind: 'heavy-pictures', detail: String(Math.round(bytes / 1024)), ...(block && { block }) }] : []
  })

const cutByGmail: Check = ({ weights, subject }) =>
  languagesOf(subject).flatMap((language) => {
    const bytes = weights[language]
    return bytes > gmailCuts ? [{ kind: 'cut-by-gmail', language, detail: String(Math.round(bytes / 1024)) }] : []
  })

const noReaders: Check = ({ readers }) => (Object.values(readers).some((count) => count > 0) ? [] : [{ kind: 'no-readers' }])

const testReaders: Check = ({ testReadersWhoLeft }) => testReadersWhoLeft.map((detail) => ({ kind: 'test-reader-left', detail }))

const subjects: Check = ({ subject, preheader }) =>
  languagesOf(subject).flatMap((language): Finding[] => [
    ...((subject[language] ?? '').length > mostSubject ? [{ kind: 'long-subject' as const, language }] : []),
    ...(preheader[language]?.trim() ? [] : [{ kind: 'no-preheader' as const, language }]),
  ])

/** A language that people read the list in and that has no subject, or lacks the words of a block. */
const translations: Check = ({ subject, blocks, readers }) =>
  (['en', 'es'] as const).flatMap((language): Finding[] => {
    if (readers[language] === 0) return []
    if (!subject[language]?.trim()) return [{ kind: 'missing-translation', language, detail: String(readers[language]) }]
    const lacking = blocks.filter((block) =>
      textsOf(block).some((texts) => languagesOf(texts).length > 0 && inLanguage(texts, language).language !== language),
    )
    return lacking.map(({ id }) => ({ kind: 'missing-translation', language, block: id, detail: String(readers[language]) }))
  })

function textsOf(block: Block): Texts[] {
  if (block.type === 'words') return [block.text]
  if (block.type === 'button') return [block.label]
  if (block.type === 'picture') return [block.alt]
  return block.type === 'personal' ? [block.otherwise] : []
}

const languagesOf = (texts: Texts): Language[] => (['en', 'es'] as const).filter((language) => texts[language]?.trim())

const checks: Check[] = [
  brokenLinks,
  undescribedPictures,
  cutByGmail,
  uncheckedLinks,
  headingOrder,
  heavyPictures,
  noReaders,
  testReaders,
  subjects,
  translations,
]
