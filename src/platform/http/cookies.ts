import type { Config } from '#config'

/** Behind TLS the browser itself guards the name: `__Host-` means secure, this host alone, the whole site (RFC 6265bis, 4.1.3). */
export const sessionCookie = (config: Config) => (config.baseUrl.startsWith('https:') ? '__Host-session' : 'session')

export const holdsSession = (cookies: string | undefined) => cookies !== undefined && /(?:^|[;\s])(?:__Host-)?session=/.test(cookies)
