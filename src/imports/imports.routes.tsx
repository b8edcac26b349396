import { emptyForm, type FormState } from '#platform/html'
import { findList, findListById, listLists, shownIn } from '#mailing'
import { answerDownload, idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { badRowsFile } from './bad-rows.file.ts'
import { beginImport, checkLater, discardImport, takeLater, undoLater } from './begin.actions.ts'
import { guessColumns, type Columns } from './columns.rules.ts'
import { DescribePage } from './describe.pages.tsx'
import { refusalWords } from './fault.words.ts'
import { findImport, listImports, type Import } from './import.data.ts'
import { askedColumns, importForm } from './import.form.ts'
import { ImportsPage } from './imports.pages.tsx'
import { paths } from './imports.paths.ts'
import { judge } from './judge.actions.ts'
import { OutcomePage, UndoPage } from './outcome.pages.tsx'
import { countRows, listRows } from './row.data.ts'
import { mayUndo, stageOf, undoUntil, type Stage } from './stage.rules.ts'

/** Where stewards bring people along. What is not an import of this community is not there. */
export const importRoutes = newRoutes()
  .get('/admin/imports', steward, (c) => showImports(c, emptyForm))
  .post('/admin/imports', steward, async (c) => {
    const { db, network, config, person, now, t } = c.var
    const outcome = await beginImport(db, { network, dataDir: config.dataDir, personId: person.id }, c.req.raw, now)
    if (!('refused' in outcome)) return c.redirect(paths.import(outcome.id), 303)
    return showImports(c, { values: {}, errors: { file: refusalWords(t)[outcome.refused] } }, 422)
  })
  .get('/admin/imports/:id', steward, async (c) => {
    const found = await asked(c)
    const stage = stageOf(found)
    const isOpen = stage === 'begun' || (stage === 'checked' && c.req.query('describe') === 'yes')
    return isOpen ? showDescription(c, found, await formOf(c, found)) : showOutcome(c, found, stage)
  })
  .post('/admin/imports/:id/description', steward, async (c) => {
    const { db, network, now } = c.var
    const found = await asked(c)
    const lists = await listLists(db, network.id)
    const { heads, kind } = found.found
    const schema = importForm({ heads, lists: lists.map(({ slug }) => slug), needsColumns: kind !== 'vcard' })
    const { values, form } = await readForm(c, schema)
    if (!values) return showDescription(c, found, form, 422)
    const list = (await findList(db, network.id, values.list)) ?? notFound()
    const { columns, origin, wording } = values
    await checkLater(db, found.id, { columns: { ...momentColumns(heads), ...columns }, listId: list.id, origin, wording }, now)
    return c.redirect(paths.import(found.id), 303)
  })
  .post('/admin/imports/:id/taking', steward, async (c) => {
    const { id } = await asked(c)
    await takeLater(c.var.db, id, c.var.now)
    return c.redirect(paths.import(id), 303)
  })
  .post('/admin/imports/:id/removal', steward, async (c) => {
    const { id } = await asked(c)
    const isGone = await discardImport(c.var.db, c.var.config.dataDir, id)
    return c.redirect(isGone ? paths.imports : paths.import(id), 303)
  })
  .get('/admin/imports/:id/undo', steward, async (c) => {
    const { id, fileName, ...moments } = await asked(c)
    if (!mayUndo(moments, c.var.now)) return c.redirect(paths.import(id), 303)
    return c.var.page(<UndoPage id={id} fileName={fileName} count={await countRows(c.var.db, id)} />)
  })
  .post('/admin/imports/:id/undo', steward, async (c) => {
    const { id } = await asked(c)
    await undoLater(c.var.db, id, c.var.now)
    return c.redirect(paths.import(id), 303)
  })
  .get('/admin/imports/:id/bad-rows.csv', steward, async (c) => {
    const found = await asked(c)
    return answerDownload(c, { name: 'bad-rows.csv', mediaType: 'text/csv; charset=utf-8', pieces: badRowsFile(c.var.db, found, c.var.t) })
  })

/** What nobody is asked about: when people said yes and when they left, where a column says so. */
const momentColumns = (heads: string[]): Columns =>
  Object.fromEntries(Object.entries(guessColumns(heads, [])).filter(([name]) => !askedColumns.some((one) => one === name)))

async function asked(c: Asked): Promise<Import> {
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return (await findImport(c.var.db, c.var.network.id, id)) ?? notFound()
}

async function showImports(c: Asked, form: FormState, status = 200) {
  const imports = (await listImports(c.var.db, c.var.network.id)).map((one) => ({
    id: one.id,
    fileName: one.fileName,
    begunAt: one.begunAt,
    stage: stageOf(one),
    by: `${one.firstName ?? ''} ${one.lastName ?? ''}`.trim(),
  }))
  return c.var.page(<ImportsPage imports={imports} form={form} />, status)
}

/** What was said before, or what the headings let us guess. */
async function formOf(c: Asked, { found, columns, listId, origin, wording }: Import): Promise<FormState> {
  const chosen = columns ?? guessColumns(found.heads, found.sample)
  const list = listId ? await findListById(c.var.db, c.var.network.id, listId) : undefined
  const fields = Object.entries(chosen).map(([name, heading]) => [`column-${name}`, heading])
  return { values: { ...Object.fromEntries(fields), list: list?.slug ?? '', origin, wording }, errors: {} }
}

async function showDescription(c: Asked, found: Import, form: FormState, status = 200) {
  const { db, network, language } = c.var
  const lists = (await listLists(db, network.id)).map((list) => shownIn(list, language))
  return c.var.page(
    <DescribePage id={found.id} fileName={found.fileName} found={found.found} fault={found.fault} lists={lists} form={form} />,
    status,
  )
}

const atWork: Stage[] = ['checking', 'taking', 'undoing']

async function showOutcome(c: Asked, found: Import, stage: Stage) {
  const { db, network, language, now } = c.var
  const list = (await findListById(db, network.id, found.listId ?? '')) ?? notFound()
  const isWatched = atWork.includes(stage) && c.req.query('watch') !== 'no'
  if (isWatched) c.header('refresh', '5')
  const sample = stage === 'checked' ? await sampleOf(c, found.id, list.id) : []
  return c.var.page(<OutcomePage {...outcomeOf(found, now)} {...{ stage, isWatched, sample }} list={shownIn(list, language).name} />)
}

function outcomeOf(found: Import, now: Temporal.Instant) {
  const { id, fileName, origin, wording, checked, taken, undone, takenAt } = found
  const words = { id, fileName, origin, wording }
  const until = takenAt && mayUndo(found, now) ? undoUntil(takenAt) : null
  return { ...words, ...progressOf(found), checked: checked ?? {}, taken: taken ?? {}, undone, undoUntil: until }
}

const sum = (counts: object | null): number => Object.values(counts ?? {}).reduce((all: number, one: number) => all + one, 0)

function progressOf(found: Import): { moved: number; total: number | null } {
  const { readRows, checked, taken, undone } = found
  const stage = stageOf(found)
  const { duplicate = 0, bad = 0 } = checked ?? {}
  if (stage === 'taking') return { moved: sum(taken), total: sum(checked) - duplicate - bad }
  return stage === 'undoing' ? { moved: sum(undone), total: sum(taken) } : { moved: readRows, total: null }
}

async function sampleOf(c: Asked, id: string, listId: string) {
  const { db, network } = c.var
  const rows = (await listRows(db, id, { after: 0, limit: 10 })).map((row) => ({ ...row, leftAt: row.facts.leftAt }))
  return (await judge(db, network, listId, rows)).map(({ address, facts, verdict }) => ({
    address,
    name: `${facts.firstName} ${facts.lastName}`.trim(),
    organisation: facts.organisation,
    tags: facts.tags,
    verdict,
  }))
}
