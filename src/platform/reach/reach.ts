import { lookup } from 'node:dns/promises'
import { request as askPlainly, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as askSafely } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.rules.ts'

/** works, gone (404, 410), unknown (any other answer), silent (nobody there), forbidden (an address that we may not ask). */
export type Reached = { outcome: 'works' | 'gone' | 'unknown'; status: number } | { outcome: 'silent' | 'forbidden' }

type Found = { address: string; family: number }
export type ReachOptions = {
  milliseconds?: number
  /** For tests: who is at a name, and which addresses may be asked. */
  find?: (name: string) => Promise<Found[]>
  mayAsk?: (address: string, port: number) => boolean
}

const mostRedirects = 5
const webPorts = [80, 443, 8080, 8443]
const usual: Required<ReachOptions> = {
  milliseconds: 8000,
  find: (name) => lookup(name, { all: true }),
  mayAsk: (address, port) => webPorts.includes(port) && isPublicAddress(address),
}

/**
 * Asks for an address of the web as a stranger would, and reads no more than the head of the answer. Only public
 * addresses are asked: each name is looked up once and connected to by the very address that was judged, and every
 * redirect is judged anew, so that neither a name that changes nor a redirect leads to a machine within.
 */
export async function reach(href: string, options: ReachOptions = {}): Promise<Reached> {
  const given = { ...usual, ...options }
  const until = AbortSignal.timeout(given.milliseconds)
  let next = href
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const step = await askOnce(next, given, until)
    if ('outcome' in step) return step
    next = step.redirect
  }
  return { outcome: 'unknown', status: 310 }
}

type Step = Reached | { redirect: string }

async function askOnce(href: string, options: Required<ReachOptions>, until: AbortSignal): Promise<Step> {
  const url = webAddress(href)
  if (!url) return { outcome: 'forbidden' }
  try {
    const place = await placeOf(url, options)
    if (!place) return { outcome: 'forbidden' }
    return stepOf(await headOf(url, place, until), url)
  } catch {
    return { outcome: 'silent' }
  }
}

/** An address of the web that carries no password; nothing else is asked. */
function webAddress(href: string): URL | null {
  const url = URL.canParse(href) ? new URL(href) : null
  const isPlain = url !== null && ['https:', 'http:'].includes(url.protocol) && url.username + url.password === ''
  return isPlain ? url : null
}

/** Where the name leads, if every address it has is one that we may ask. */
async function placeOf(url: URL, { find, mayAsk }: Required<ReachOptions>): Promise<Found | null> {
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await find(name)
  const [first] = found
  return first && found.every(({ address }) => mayAsk(address, port)) ? first : null
}

function headOf(url: URL, place: Found, until: AbortSignal): Promise<IncomingMessage> {
  const options: RequestOptions = {
    agent: false,
    signal: until,
    headers: { 'user-agent': 'Guildhall (checks links in a mail before it is sent)', accept: '*/*' },
    // Whatever the name says by now: the connection goes to the address that was judged.
    lookup: (_name, { all }, done) => (all ? done(null, [place]) : done(null, place.address, place.family)),
  }
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? askSafely : askPlainly
    const asked = ask(url, options, (answer) => {
      answer.on('error', () => undefined)
      answer.destroy()
      resolve(answer)
    })
    asked.on('error', reject)
    asked.end()
  })
}

function stepOf({ statusCode: status = 0, headers: { location } }: IncomingMessage, url: URL): Step {
  const isRedirect = status >= 300 && status < 400
  if (isRedirect && location && URL.canParse(location, url)) return { redirect: new URL(location, url).href }
  return { outcome: outcomeOf(status), status }
}

const outcomeOf = (status: number) => (status === 404 || status === 410 ? 'gone' : Math.floor(status / 100) === 2 ? 'works' : 'unknown')
