import type { Words } from '#platform/text'
import type { Role } from './people.tables.ts'

export const roleWords = (t: Words): Record<Role, string> => ({ owner: t('Owner'), steward: t('Steward'), member: t('Member') })
