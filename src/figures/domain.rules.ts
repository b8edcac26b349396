import { commonest, type Reason } from './answer.rules.ts'
import type { DomainAnswer, DomainCount } from './domain.data.ts'

export type DomainLine = DomainCount & { trouble: { reason: Reason; answer: string } | null }
export type Domains = { lines: DomainLine[]; delivered: number; waiting: number; refused: number }

/** Each domain with the answer that it gave most often. */
export function domainsOf(counts: DomainCount[], answers: DomainAnswer[]): Domains {
  const said = Map.groupBy(answers, ({ domain }) => domain)
  const sum = (of: 'delivered' | 'waiting' | 'refused') => counts.reduce((all, count) => all + count[of], 0)
  return {
    lines: counts.map((count) => ({ ...count, trouble: commonest(said.get(count.domain) ?? []) })),
    delivered: sum('delivered'),
    waiting: sum('waiting'),
    refused: sum('refused'),
  }
}

export const hasTrouble = ({ waiting, refused, reported }: DomainCount): boolean => waiting + refused + reported > 0
