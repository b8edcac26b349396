import { anyone, newRoutes, notFound, type Asked } from '#platform/http'
import { paperPdf, paperWord, type Paper } from '#platform/documents'
import { wordsFor } from '#platform/text'
import { stepPaper, toolkitPaper, type Edition } from './paper.words.ts'
import { stepAsked, stepsAsked, stepTables } from './step.routes.tsx'

const kinds = {
  pdf: { make: paperPdf, mediaType: 'application/pdf', way: 'inline' },
  docx: { make: paperWord, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', way: 'attachment' },
}

/** The toolkit to print and to take along: each step as PDF and as Word, all of it as PDF. */
export const paperRoutes = newRoutes()
  .get('/toolkit/toolkit.pdf', anyone, async (c) => {
    const steps = (await stepsAsked(c)).filter(({ publishedAt }) => publishedAt)
    if (steps.length === 0) return notFound()
    return answer(c, 'pdf', 'toolkit', toolkitPaper(steps, editionAsked(c, steps[0]?.language)))
  })
  .get('/toolkit/:slug/step.pdf', anyone, async (c) => {
    const { step, steps } = await stepAsked(c)
    return answer(c, 'pdf', step.slug, stepPaper(step, steps, editionAsked(c, step.language)))
  })
  .get('/toolkit/:slug/step.docx', anyone, async (c) => {
    const { step, steps } = await stepAsked(c)
    return answer(c, 'docx', step.slug, stepPaper(step, steps, editionAsked(c, step.language)))
  })

function editionAsked(c: Asked, language = c.var.language): Edition {
  const { network, config } = c.var
  return { community: network.name, timeZone: network.timeZone, language, origin: config.baseUrl, t: wordsFor(language) }
}

/** Made once, and kept until a step or the community's name changes. */
async function answer(c: Asked, kind: keyof typeof kinds, name: string, paper: Paper) {
  const { make, mediaType, way } = kinds[kind]
  const file = await c.var.remember(`${name}.${kind} in ${paper.language}`, { tables: stepTables }, () => make(paper))
  return c.body(new Uint8Array(file), 200, {
    'content-type': mediaType,
    'content-disposition': `${way}; filename="${name}.${kind}"`,
    'cache-control': 'no-cache',
  })
}
