import { eventPaths, findEvent, guestOf, listTheseEvents, rsvpLink } from '#events'
import { savePerson } from '#people'
import { z } from 'zod'
import { anyone, newRoutes, notFound, readForm, signedIn, type Asked, type RequestContext } from '#platform/http'
import { findRhythm, listDateSlugs, rhythmWords, type Rhythm } from '#rhythms'
import { hallOf, personAsGuest, visitorAsGuest, type RsvpGuest } from '#rsvps'
import { comeToAll, stopComingToAll } from './regular.actions.ts'
import { isRegular } from './regular.data.ts'
import { RegularPage } from './regular.pages.tsx'

/** RSVP to all dates of a series: signed in, or by the link in one's mails. */
export const regularRoutes = newRoutes()
  .get('/events/rhythms/:slug/all', signedIn, async (c) => show(c, await mine(c)))
  .post('/events/rhythms/:slug/all', signedIn, async (c) => come(c, await mine(c)))
  .post('/events/rhythms/:slug/all/end', signedIn, async (c) => end(c, await mine(c)))
  .get('/rsvp/:token/all', anyone, async (c) => show(c, await linked(c)))
  .post('/rsvp/:token/all', anyone, async (c) => {
    const { person } = await guestOf(c, 'rsvp')
    if (!person.emailProvedAt) await savePerson(c.var.db, person.id, { emailProvedAt: c.var.now })
    return come(c, await linked(c))
  })
  .post('/rsvp/:token/all/end', anyone, async (c) => end(c, await linked(c)))

const endForm = z.object({ seats: z.enum(['keep', 'give-back']).catch('keep') })

type Regular = { rhythm: Rhythm; guest: RsvpGuest; path: string; link: string }

async function mine(c: Asked): Promise<Regular> {
  const { db, network, language, config } = c.var
  const rhythm = (await findRhythm(db, network.id, c.req.param('slug') ?? '')) ?? notFound()
  const path = eventPaths.allDates(rhythm.slug)
  return { rhythm, guest: visitorAsGuest(c.var.person ?? notFound(), language), path, link: config.baseUrl + path }
}

async function linked(c: RequestContext): Promise<Regular> {
  const { guest, person, token } = await guestOf(c, 'rsvp')
  const { db, network, language, config } = c.var
  const event = (await findEvent(db, { networkId: network.id, language }, { id: guest.eventId })) ?? notFound()
  const rhythm = (event.rhythm && (await findRhythm(db, network.id, event.rhythm))) || notFound()
  const link = `${rsvpLink({ network, baseUrl: config.baseUrl }, guest)}/all`
  return { rhythm, guest: personAsGuest(person, language), path: `${eventPaths.rsvpLink(token)}/all`, link }
}

async function show(c: Asked, { rhythm, guest, path }: Regular) {
  const { db, network, language, now, t } = c.var
  const slugs = await listDateSlugs(db, rhythm.id)
  const reader = { networkId: network.id, language, personId: guest.id }
  const upcoming = slugs.length > 0 ? await listTheseEvents(db, reader, now, slugs) : []
  const words = rhythm.texts.find((text) => text.language === language) ?? rhythm.given
  const page = { slug: rhythm.slug, title: words.title, often: rhythmWords(rhythm, language, t), action: path, upcoming }
  return c.var.page(<RegularPage {...page} isRegular={await isRegular(db, { rhythmId: rhythm.id, personId: guest.id })} />)
}

async function come(c: Asked, { rhythm, guest, path, link }: Regular) {
  await comeToAll(c.var.db, hallOf(c), { rhythm, guest, link }, c.var.now)
  return c.redirect(path, 303)
}

async function end(c: Asked, { rhythm, guest, path, link }: Regular) {
  const { values } = await readForm(c, endForm)
  const givesBack = values?.seats === 'give-back'
  await stopComingToAll(c.var.db, hallOf(c), { rhythm, guest, link, givesBack }, c.var.now)
  return c.redirect(path, 303)
}
