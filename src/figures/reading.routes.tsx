import { fillGeneral, inLanguage } from '#letters'
import { fewestShown, shownFrom } from '#links'
import { newRoutes, steward, type Asked } from '#platform/http'
import { questionOf, rememberedFor, scopeOf, type Question } from './figures.asked.ts'
import { dayOf } from './period.rules.ts'
import { countPages, countReading } from './reading.data.ts'
import { ReadingPage } from './reading.pages.tsx'
import { readingOf } from './reading.rules.ts'
import { pagesSheet, readingSheet, type Naming } from './reading.sheets.ts'
import { shortDay } from './tick.words.ts'
import { answerSheet } from './sheet.file.ts'

/** Whether people read. */
export const readingRoutes = newRoutes()
  .get('/admin/figures/reading', steward, async (c) => {
    const question = await questionOf(c)
    return c.var.page(
      <ReadingPage
        question={question}
        reading={await readingAsked(c, question)}
        naming={namingIn(c, (day) => shortDay(day, c.var.language))}
      />,
    )
  })
  .get('/admin/figures/reading.csv', steward, async (c) =>
    answerSheet(c, 'reading', readingSheet(c.var.t, await readingAsked(c, await questionOf(c)), namingIn(c, String))),
  )
  .get('/admin/figures/opened.csv', steward, async (c) =>
    answerSheet(c, 'opened', pagesSheet(c.var.t, await readingAsked(c, await questionOf(c)))),
  )

const readingAsked = (c: Asked, question: Question) =>
  rememberedFor(c, 'reading', question, async () => {
    const scope = scopeOf(c, question)
    return readingOf(await countReading(c.var.db, scope), await countPages(c.var.db, scope, fewestShown), shownFrom)
  })

/** Subjects as anybody may read them, without the names of readers; days as people write them, or as a spreadsheet sorts them. */
const namingIn = (c: Asked, dayIn: (day: Temporal.PlainDate) => string): Naming => ({
  subject: ({ subject }) => fillGeneral(inLanguage(subject, c.var.language).text, c.var.language),
  day: (moment) => dayIn(dayOf(moment, c.var.network.timeZone)),
})
