import type { Words } from './words.ts'

/** The kinds of organizations that meet in sector partnerships. */
export const organisationKinds = [
  'business',
  'workforce',
  'college',
  'school',
  'development',
  'chamber',
  'government',
  'labor',
  'community',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const organisationWords = (t: Words): Record<OrganisationKind, string> => ({
  business: t('Business'),
  workforce: t('Workforce board or agency'),
  college: t('College or university'),
  school: t('School district'),
  development: t('Economic development'),
  chamber: t('Chamber of commerce'),
  government: t('State or local government'),
  labor: t('Labor union'),
  community: t('Community organization'),
  other: t('Another kind'),
})
