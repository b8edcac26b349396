import type { Kind } from './filing.rules.ts'
import type { JudgedKind } from './verdict.rules.ts'

type Judged = { kind: JudgedKind; slug: string }

/** Addresses of this room: for stewards, but for what readers say of a page. */
export const paths = {
  topics: '/admin/topics',
  verdict: ({ kind, slug }: Judged) => `/helped/${kind}/${slug}`,
  suggestion: ({ kind, slug }: Judged) => `/helped/${kind}/${slug}/suggestion`,
  verdicts: '/admin/helped',
  settlement: (id: string) => `/admin/helped/${id}/settlement`,
  filing: (kind: Kind, slug: string) => `/admin/filing/${kind}/${slug}`,
  topic: (id: string) => `/admin/topics/${id}`,
  removal: (id: string) => `/admin/topics/${id}/removal`,
}
