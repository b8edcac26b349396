import { findPerson } from '#people'
import { anyone, newRoutes, notFound, readForm, signedIn, type Asked, type RequestContext } from '#platform/http'
import type { FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { hashOfAddress, listSuppressions } from '#suppressions'
import { listInterests, listTopics } from '#topics'
import { dayOf, oftenOf } from './frequency.rules.ts'
import { leave } from './leave.actions.ts'
import { readerOf } from './links.routes.ts'
import { listLists, type List } from './list.data.ts'
import { fieldOfList, mayChoose, shownIn } from './list.rules.ts'
import { paths } from './mailing.paths.ts'
import { savePreferences } from './preferences.actions.ts'
import { preferencesForm } from './preferences.form.ts'
import { PreferencesPage, type PreferencesDone } from './preferences.pages.tsx'
import { listSubscriptions, type Subscription } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'

export const preferencesRoutes = newRoutes()
  .get('/preferences/:token', anyone, async (c) => show(c, await byLink(c)))
  .post('/preferences/:token', anyone, async (c) => save(c, await byLink(c)))
  .post('/preferences/:token/departure', anyone, async (c) => leaveAll(c, await byLink(c)))
  .get('/me/lists', signedIn, async (c) => show(c, await signedInReader(c, c.var.person.id)))
  .post('/me/lists', signedIn, async (c) => save(c, await signedInReader(c, c.var.person.id)))
  .post('/me/lists/departure', signedIn, async (c) => leaveAll(c, await signedInReader(c, c.var.person.id)))

/** Who chooses, and the page on which they do. */
type Chooser = { person: Awaited<ReturnType<typeof readerOf>>; at: string; source: string }

const byLink = async (c: RequestContext): Promise<Chooser> => ({
  person: await readerOf(c, 'preferences'),
  at: paths.preferences(c.req.param('token') ?? ''),
  source: 'preferences page by link',
})

const signedInReader = async (c: Asked, id: string): Promise<Chooser> => ({
  person: (await findPerson(c.var.db, id)) ?? notFound(),
  at: paths.myLists,
  source: 'preferences page, signed in',
})

async function show(c: Asked, { person, at }: Chooser, again?: FormState) {
  const { db, network, language } = c.var
  const standing = await listSubscriptions(db, network.id, person.id)
  const lists = (await listLists(db, network.id)).filter((list) => mayChoose(list, standing))
  const suppressions = await listSuppressions(db, network.id, hashOfAddress(network.secret, person.email))
  const suppressed = suppressions.find(({ reason }) => reason === 'complained') ?? suppressions[0]
  const page = (
    <PreferencesPage
      at={at}
      email={person.email}
      lists={lists.map((list) => shownIn(list, language))}
      topics={await listTopics(db, network.id)}
      form={again ?? { values: { ...valuesOf(person, language), ...(await chosenValues(c, person, { lists, standing })) }, errors: {} }}
      done={doneOf(c.req.query('done'))}
      suppressedFor={suppressed?.reason}
    />
  )
  return c.var.page(page, again ? 422 : 200)
}

function valuesOf(person: Chooser['person'], language: Language) {
  const { firstName, lastName, organisation, organisationKind, job, state, timeZone } = person
  const chosen = { organisationKind: organisationKind ?? '', state: state ?? '', language: person.language ?? language }
  return { firstName, lastName, organisation, job, ...chosen, timeZone: timeZone ?? '' }
}

type Chosen = { lists: List[]; standing: Subscription[] }

/** The boxes as they are ticked now: lists, how often, topics. */
async function chosenValues({ var: { db, network } }: Asked, person: Chooser['person'], { lists, standing }: Chosen) {
  const on = standing.filter((one) => standingOf(one) === 'on')
  const ofLists = lists.flatMap((list): [string, string][] => {
    const mine = on.find(({ listId }) => listId === list.id)
    return mine
      ? [
          [fieldOfList(list), 'yes'],
          [`often-${list.slug}`, oftenOf(mine)],
        ]
      : []
  })
  const pausedUntil = on.find((one) => one.pausedUntil !== null)?.pausedUntil
  const ofTopics = (await listInterests(db, network.id, person.id)).map(({ id }): [string, string] => [`topic-${id}`, 'yes'])
  const pause = pausedUntil ? { pauseUntil: dayOf(pausedUntil, person.timeZone ?? network.timeZone).toString() } : {}
  return { ...(Object.fromEntries([...ofLists, ...ofTopics]) as Record<string, string>), ...pause }
}

async function save(c: Asked, chooser: Chooser) {
  const { db, network, now, t } = c.var
  const { values, form } = await readForm(c, preferencesForm(dayOf(now, chooser.person.timeZone ?? network.timeZone)))
  if (!values) return show(c, chooser, form)
  await savePreferences(db, { network, person: chooser.person, source: chooser.source, wording: t('Save') }, values, now)
  return c.redirect(`${chooser.at}?done=saved`, 303)
}

async function leaveAll(c: Asked, { person, at, source }: Chooser) {
  const { db, network, now, t } = c.var
  await leave(db, { network, person, lists: 'all', wording: t('Leave all lists'), source }, now)
  return c.redirect(`${at}?done=left`, 303)
}

const doneOf = (word: string | undefined): PreferencesDone | undefined =>
  (['joined', 'saved', 'left'] as const).find((known) => known === word)
