import type { Block, Language } from '#platform/text'

/** What is printed or handed to people as a file: one part or several, each under a title, in the words of its reader. */
export type Paper = {
  language: Language
  community: string
  title: string
  /** What a paper of several parts says below its title. */
  lede: string
  /** Where it is read on the web, and as of when. */
  foot: string[]
  changedAt: Temporal.Instant
  /** What stands over the list of its parts. */
  contents: string
  parts: Part[]
}

export type Part = { above: string; title: string; summary: string; rows: Column[][] }

/** Words under a heading; two in a row stand beside each other. */
export type Column = { heading: string; blocks: Block[] }
