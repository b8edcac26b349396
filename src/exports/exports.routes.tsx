import { z } from 'zod'
import { findList, listLists, shownIn } from '#mailing'
import { answerDownload, newRoutes, notFound, owner, readForm, steward } from '#platform/http'
import { listExports, saveExport } from './export.data.ts'
import { ExportsPage } from './export.pages.tsx'
import { everythingZip } from './everything.file.ts'
import { peopleCards, peopleTable } from './people.file.ts'

const asked = z.object({ list: z.string().default(''), format: z.enum(['csv', 'vcard']) })

const files = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', write: peopleTable },
  vcard: { ending: 'vcf', mediaType: 'text/vcard; charset=utf-8', write: peopleCards },
}

/** Where data is taken along: people by stewards, everything by the owner alone. It is noted before the first byte leaves. */
export const exportRoutes = newRoutes()
  .get('/admin/exports', steward, async (c) => {
    const { db, network, language, person } = c.var
    const lists = (await listLists(db, network.id)).map((list) => shownIn(list, language))
    const before = (await listExports(db, network.id)).map(({ id, what, list, exportedAt, firstName, lastName, email }) => ({
      id,
      what,
      list: list?.[language] ?? null,
      at: exportedAt,
      by: `${firstName ?? ''} ${lastName ?? ''}`.trim() || (email ?? ''),
    }))
    return c.var.page(<ExportsPage {...{ lists, before }} mayTakeAll={person.isOwner} />)
  })
  .post('/admin/exports/people', steward, async (c) => {
    const { db, network, person, now } = c.var
    const { list, format } = (await readForm(c, asked)).values ?? notFound()
    const chosen = list === '' ? null : ((await findList(db, network.id, list)) ?? notFound())
    const whose = { networkId: network.id, listId: chosen && chosen.id }
    await saveExport(db, { ...whose, personId: person.id, what: `people-${format}` }, now)
    return answerDownload(c, {
      ...files[format],
      name: `${list || 'people'}.${files[format].ending}`,
      pieces: files[format].write(db, whose),
    })
  })
  .post('/admin/exports/everything', owner, async (c) => {
    const { db, network, person, now } = c.var
    await saveExport(db, { networkId: network.id, personId: person.id, what: 'everything', listId: null }, now)
    return answerDownload(c, { name: 'everything.zip', mediaType: 'application/zip', pieces: everythingZip(db, network, now) })
  })
