import { newRoutes, steward, type Asked } from '#platform/http'
import { countAnswers, countDomains } from './domain.data.ts'
import { DomainsPage } from './domain.pages.tsx'
import { domainsOf } from './domain.rules.ts'
import { answersSheet } from './domain.sheets.ts'
import { ofLate, questionOf, rememberedFor, type Question } from './figures.asked.ts'
import { answerSheet } from './sheet.file.ts'

/** Where mail has trouble, by receiving domain, in the last thirty days. */
export const domainRoutes = newRoutes()
  .get('/admin/figures/domains', steward, async (c) => {
    const question = await questionOf(c)
    return c.var.page(<DomainsPage question={question} domains={await domainsAsked(c, question)} />)
  })
  .get('/admin/figures/domains.csv', steward, async (c) =>
    answerSheet(c, 'domains', answersSheet(c.var.t, await domainsAsked(c, await questionOf(c)))),
  )

const domainsAsked = (c: Asked, question: Question) =>
  rememberedFor(c, 'domains', question, async () => {
    const asked = { networkId: c.var.network.id, since: c.var.now.subtract(ofLate) }
    return domainsOf(await countDomains(c.var.db, asked), await countAnswers(c.var.db, asked))
  })
