import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eventPaths, findEvent, guestOf, readerOf, type Event } from '#events'
import { findPerson } from '#people'
import { anyone, newRoutes, notFound, signedIn, type Asked, type RequestContext } from '#platform/http'
import { root } from '#root'
import { takeCertificate } from './certificate.actions.ts'
import { readCode } from './certificate.code.ts'
import { findCertificate } from './certificate.data.ts'
import { AskCertificatePage, CertificatePage, NoCertificatePage } from './certificate.pages.tsx'
import { certificatePdf } from './certificate.pdf.ts'
import { certificateWords } from './certificate.words.ts'
import { paths } from './certificates.paths.ts'

type Person = Parameters<typeof takeCertificate>[1]['person']
type Mine = { event: Event; person: Person; action: string; back: string }

/** Who was there asks for their certificate; whoever has its code reads, verifies and prints it. */
export const certificateRoutes = newRoutes()
  .get('/events/:slug/certificate', signedIn, async (c) => c.var.page(<AskCertificatePage {...await mine(c)} />))
  .post('/events/:slug/certificate', signedIn, async (c) => take(c, await mine(c)))
  .get('/rsvp/:token/certificate', anyone, async (c) => c.var.page(<AskCertificatePage {...await linked(c)} />))
  .post('/rsvp/:token/certificate', anyone, async (c) => take(c, await linked(c)))
  .get('/certificates/:code', anyone, async (c) => c.var.page(<CertificatePage {...await shown(c)} />))
  .get('/certificates/:code/certificate.pdf', anyone, async (c) => {
    const { certificate, event } = await shown(c)
    if (certificate.withdrawnAt || certificate.name === '') return notFound()
    const { network, language, t, config, now } = c.var
    const address = new URL(paths.certificate(certificate.code), config.baseUrl).href
    const words = certificateWords(t, { ...certificate, event, community: network.name, address, language })
    const file = await certificatePdf(words, await readFile(join(root, 'public', 'fonts', 'newsreader-share.ttf')), now)
    return c.body(new Uint8Array(file), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${event.slug}-certificate.pdf"`,
      'cache-control': 'no-store',
    })
  })

async function mine(c: Asked): Promise<Mine> {
  const event = (await findEvent(c.var.db, readerOf(c), { slug: c.req.param('slug') ?? '' })) ?? notFound()
  if (!event.hasCertificate) return notFound()
  const person = (await findPerson(c.var.db, c.var.person?.id ?? '')) ?? notFound()
  return { event, person, action: eventPaths.certificate(event.slug), back: eventPaths.event(event.slug) }
}

async function linked(c: RequestContext): Promise<Mine> {
  const { guest, person, token } = await guestOf(c, 'rsvp')
  const reader = { networkId: c.var.network.id, language: c.var.language, personId: person.id }
  const event = (await findEvent(c.var.db, reader, { id: guest.eventId })) ?? notFound()
  if (!event.hasCertificate) return notFound()
  const back = eventPaths.rsvpLink(token)
  return { event, person, action: `${back}/certificate`, back }
}

async function take(c: Asked, { event, person, back }: Mine) {
  const { t } = c.var
  const taken = await takeCertificate(c.var.db, { event, person }, c.var.now)
  if ('code' in taken) return c.redirect(paths.certificate(taken.code), 303)
  const sentences = {
    'not-offered': t('There is no certificate of this gathering.'),
    'not-over': t('It is there for whoever came once the gathering is over.'),
    nameless: t('A certificate needs your name. Sign in with this address, enter it on your page, then come back.'),
    'not-there': t('It is not noted that you were there. If you were, write to us: the hosts can add it.'),
  }
  return c.var.page(<NoCertificatePage {...{ event, back, sentence: sentences[taken.refused] }} />, 409)
}

async function shown(c: Asked) {
  const { db, network, language } = c.var
  const certificate = (await findCertificate(db, network.id, readCode(c.req.param('code') ?? ''))) ?? notFound()
  const event = (await findEvent(db, { networkId: network.id, language }, { id: certificate.eventId })) ?? notFound()
  return { certificate, event }
}
