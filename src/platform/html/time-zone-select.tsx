import { zoneGroups } from '#platform/time'
import { Select } from './choices.tsx'
import type { FieldProps } from './fields.tsx'
import { usePage, useWords } from './page-context.ts'

/** All time zones by name, those of the United States first. `empty` gives the words for "not chosen". */
export function TimeZoneSelect(props: FieldProps & { empty?: string }) {
  const { language, now } = usePage()
  const t = useWords()
  const regions: Record<string, string> = {
    'United States': t('United States'),
    Africa: t('Africa'),
    America: t('The Americas'),
    Antarctica: t('Antarctica'),
    Arctic: t('Arctic'),
    Asia: t('Asia'),
    Atlantic: t('Atlantic islands'),
    Australia: t('Australia'),
    Europe: t('Europe'),
    Indian: t('Indian Ocean'),
    Pacific: t('Pacific islands'),
  }
  const groups = zoneGroups(language, now).map(({ region, zones }) => ({ words: regions[region] ?? region, options: zones }))
  return <Select {...props} groups={groups} />
}
