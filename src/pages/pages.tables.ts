import type { Language } from '#platform/text'

/** The pages that every community has, at addresses that never change. */
export const pageSlugs = ['about', 'contact', 'accessibility', 'privacy'] as const
export type PageSlug = (typeof pageSlugs)[number]

export type PageTable = { id: string; networkId: string; slug: PageSlug }

export type PageTextTable = {
  pageId: string
  language: Language
  title: string
  summary: string
  body: string
  editedAt: Temporal.Instant
  editedBy: string | null
}

export type PagesTables = { page: PageTable; pageText: PageTextTable }
