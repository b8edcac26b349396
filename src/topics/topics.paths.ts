import type { Kind } from './filing.rules.ts'

/** Addresses of this room: all for stewards. */
export const paths = {
  topics: '/admin/topics',
  filing: (kind: Kind, slug: string) => `/admin/filing/${kind}/${slug}`,
  topic: (id: string) => `/admin/topics/${id}`,
  removal: (id: string) => `/admin/topics/${id}/removal`,
}
