import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Asked, RequestContext } from '#platform/http'

/** Keeps a word in the browser, for this site alone and out of reach of scripts. */
export const keepCookie = (c: Asked, name: string, value: string, lasting: Temporal.Duration) =>
  setCookie(whole(c), name, value, { ...where(c), httpOnly: true, sameSite: 'Lax', maxAge: lasting.total('seconds') })

export const readCookie = (c: Asked, name: string): string | undefined => getCookie(whole(c), name)

export const dropCookie = (c: Asked, name: string) => deleteCookie(whole(c), name, where(c))

const where = (c: Asked) => ({ path: '/', secure: c.var.config.baseUrl.startsWith('https:') })

/** The library wants the context with the types of its guard. */
const whole = (c: Asked) => c as RequestContext
