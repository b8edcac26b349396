import { emptyForm, type FormState } from '#platform/html'
import { findListById, shownIn } from '#mailing'
import { notFound, type Asked, type Visitor } from '#platform/http'
import { inLanguage } from '#letters'
import { mayEdit, editionPaths as paths, stateOf, toMend, type Edition } from '#editions'
import { SendPage } from './send.pages.tsx'
import { findLastApproval } from './approval.data.ts'
import { ApprovalPanel } from './approval.pages.tsx'
import { approvalStateOf, mayDecide } from './approval.rules.ts'
import { audienceWords, countAudience } from './audience.actions.ts'
import { checkEdition } from './checklist.actions.ts'
import { findOverride } from './checklist.data.ts'
import { CheckList } from './checklist.pages.tsx'
import { isSerious } from './checklist.rules.ts'
import { clockOfReaders } from './schedule.actions.ts'

/** Forms of the page that come back with what is to mend. */
export type SendForms = { schedule?: FormState; override?: FormState; approval?: FormState }

/** The last look before many inboxes: what is to mend, who has to give their word, and then when it leaves. */
export async function showSend(c: Asked, person: Visitor, edition: Edition, forms: SendForms = {}) {
  if (!mayEdit(edition)) return c.redirect(paths.sending(edition.slug), 303)
  const { slug, subject, scheduledFor, scheduledLocal } = edition
  const mend = toMend(edition)
  const list = (await findListById(c.var.db, edition.networkId, edition.listId)) ?? notFound()
  const { before, isHeld } = await beforeOf(c, person, edition, forms)
  const page = (
    <SendPage
      slug={slug}
      subject={inLanguage(subject, c.var.language).text}
      list={shownIn(list, c.var.language).name}
      readers={await countAudience(c.var.db, edition, c.var.network)}
      audience={await audienceWords(c.var.db, edition, c.var.network, c.var.language)}
      isSegment={edition.segmentId !== null}
      mend={mend}
      before={before}
      isHeld={isHeld}
      scheduledFor={scheduledFor}
      clock={scheduledLocal ? await clockOf(c, edition, scheduledLocal) : null}
      isLate={stateOf(edition, c.var.now) === 'late'}
      timeZone={zoneOf(c, person)}
      form={forms.schedule ?? emptyForm}
    />
  )
  return c.var.page(page, Object.values(forms).length > 0 ? 422 : 200)
}

/** The check list and a second steward's word, once the edition is finished; and whether one of them holds it. */
async function beforeOf(c: Asked, person: Visitor, edition: Edition, forms: SendForms) {
  if (toMend(edition).length > 0) return { before: null, isHeld: true }
  const parts = [await checksOf(c, edition, forms), await approvalOf(c, person, edition, forms)].filter((part) => part !== null)
  return { before: parts.map(({ part }) => part), isHeld: parts.some(({ isHeld }) => isHeld) }
}

export const clockOf = (c: Asked, { listId }: Edition, local: string) =>
  clockOfReaders(c.var.db, { listId, local, usual: c.var.network.timeZone }, c.var.now)

export const zoneOf = (c: Asked, person: Visitor) => person.timeZone ?? c.var.network.timeZone

async function checksOf(c: Asked, edition: Edition, { override: form = emptyForm }: SendForms) {
  const { db, network, config, now } = c.var
  const findings = await checkEdition(db, { edition, network, config, now })
  const override = await findOverride(db, edition.id, edition.changedAt)
  const said = override ? { reason: override.reason, by: nameOf(override.firstName, override.lastName) } : null
  const part = (
    <CheckList
      slug={edition.slug}
      findings={findings}
      override={said}
      seen={edition.changedAt.toString()}
      form={form}
      isAsking={c.req.query('done') === 'asked'}
    />
  )
  return { part, isHeld: !override && findings.some(isSerious) }
}

async function approvalOf(c: Asked, person: Visitor, edition: Edition, { approval: form = emptyForm }: SendForms) {
  const { db, network } = c.var
  if (!network.approvalRequired) return null
  const last = await findLastApproval(db, edition.id)
  const state = approvalStateOf(last, edition.changedAt)
  const may = last !== undefined && mayDecide(person.id, { ...last, changedBy: edition.changedBy })
  const { slug, changedAt } = edition
  const part = <ApprovalPanel slug={slug} seen={changedAt.toString()} state={state} {...saidIn(last)} mayDecide={may} form={form} />
  return { part, isHeld: state !== 'approved' }
}

const saidIn = (last: Awaited<ReturnType<typeof findLastApproval>>) => ({
  asker: nameOf(last?.askerFirstName, last?.askerLastName),
  decider: nameOf(last?.deciderFirstName, last?.deciderLastName),
  note: last?.note ?? '',
})

const nameOf = (...names: (string | null | undefined)[]) => names.filter(Boolean).join(' ') || '–'
