import type { PageContext } from './page-context.ts'

/** A page as a visitor of unknown zone gets it, a fortnight before the call of January 15, 2026. */
export const visit = (change: Partial<PageContext> = {}): PageContext => ({
  language: 'en',
  path: '/events/spring-call',
  origin: 'https://community.example',
  network: {
    name: 'Sector Partnerships',
    tagline: 'Learned together',
    logo: null,
    themeHref: null,
    contactEmail: 'hello@community.example',
    timeZone: 'America/New_York',
  },
  person: null,
  timeZone: null,
  now: Temporal.Instant.from('2026-01-02T12:00:00Z'),
  ...change,
})

export const ben = { id: '019b0000-0000-7000-8000-000000000001', name: 'Ben', isSteward: false, isOwner: false }
export const ada = { ...ben, id: '019b0000-0000-7000-8000-000000000002', name: 'Ada', isSteward: true }
