/** A part of a text under a heading of its own; what stands before the first has none. */
export type Section = { heading: string; markdown: string }

/** Parts a text in Markdown at its headings of the second level. Lines within a fenced block are no headings. */
export function sectionsOf(body: string): Section[] {
  const sections: Section[] = [{ heading: '', markdown: '' }]
  let isFenced = false
  for (const line of body.split(/\r?\n/)) {
    if (/^ {0,3}(```|~~~)/.test(line)) isFenced = !isFenced
    const heading = isFenced ? undefined : /^## +(.+?)(?: +#+)? *$/.exec(line)?.[1]
    const last = sections.at(-1)
    if (heading) sections.push({ heading, markdown: '' })
    else if (last) last.markdown += `${line}\n`
  }
  return sections.map(({ heading, markdown }) => ({ heading, markdown: markdown.trim() })).filter((one) => one.heading || one.markdown)
}

/** Sections in the order of reading, two of them beside each other where both are nothing but a list, as what to do and what not. */
export function inRows(sections: Section[]): Section[][] {
  const rows: Section[][] = []
  for (const section of sections) {
    const [beside, ...more] = rows.at(-1) ?? []
    if (beside && more.length === 0 && isList(beside) && isList(section)) rows.at(-1)?.push(section)
    else rows.push([section])
  }
  return rows
}

const isList = ({ heading, markdown }: Section) =>
  heading !== '' && markdown !== '' && markdown.split('\n').every((line) => line === '' || /^(?:[-*+] | {2,}\S)/.test(line))

type Placed = { place: number; publishedAt: Temporal.Instant | null }

/** Of how many steps this is one, as readers count; a draft counts itself. */
export const countOf = (step: Placed, steps: Placed[]): number =>
  Math.max(step.place, steps.filter(({ publishedAt }) => publishedAt).length)
