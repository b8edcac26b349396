import { states, type Words } from '#platform/text'
import type { SuppressionReason } from '#suppressions'
import type { Common } from './health.data.ts'
import type { Health } from './health.rules.ts'
import { shareOf } from './share.rules.ts'
import type { Sheet } from './sheet.rules.ts'

const reasonNames = (t: Words): Record<SuppressionReason, string> => ({
  bounced: t('Mail came back for good'),
  unreachable: t('Mail came back again and again'),
  complained: t('Reported our mail as unwanted'),
  added: t('Stopped by a steward'),
  erased: t('Left for good and were forgotten'),
})

/** What changed in the period, and how it stands. */
export function changesSheet(t: Words, health: Health): Sheet {
  const stopped = (reason: SuppressionReason) => health.stopped.find((one) => one.reason === reason)?.count ?? 0
  const names = reasonNames(t)
  return {
    head: [t('What happened'), t('People')],
    rows: [
      [t('Joined'), health.joined],
      [t('Left'), health.left],
      ...(['bounced', 'unreachable', 'complained', 'added', 'erased'] as const).map((reason) => [names[reason], stopped(reason)]),
      [t('Asked, and not confirmed yet'), health.asked],
    ],
  }
}

export const stoppedSheet = (t: Words, health: Health): Sheet =>
  commonSheet(t, { name: t('Why they get no mail'), of: health.stoppedNow, all: health.on }, (value) =>
    value && value in reasonNames(t) ? reasonNames(t)[value as SuppressionReason] : t('Not known'),
  )

export const oftenSheet = (t: Words, health: Health): Sheet => {
  const names: Record<string, string> = { each: t('Every mail'), monthly: t('One mail a month'), pause: t('Paused for a while') }
  return commonSheet(t, { name: t('How often'), of: health.often, all: health.on }, (value) => names[value ?? ''] ?? t('Not known'))
}

export const languagesSheet = (t: Words, health: Health): Sheet => {
  const names: Record<string, string> = { en: 'English', es: 'Español' }
  return commonSheet(t, { name: t('Language'), of: health.languages, all: health.on }, (value) => names[value ?? ''] ?? t('Not known'))
}

export const statesSheet = (t: Words, health: Health): Sheet =>
  commonSheet(t, { name: t('State'), of: health.states, all: health.on }, (value) =>
    value && value in states ? states[value as keyof typeof states] : t('Not known'),
  )

function commonSheet(
  t: Words,
  { name, of, all }: { name: string; of: Common[]; all: number },
  named: (value: string | null) => string,
): Sheet {
  return {
    head: [name, t('People'), t('Share'), t('Active')],
    rows: of.map(({ value, count, active }) => [named(value), count, shareOf(count, all), shareOf(active, count)]),
  }
}

/** All tables of the page below one another, each line with the table that it belongs to. */
export function healthSheet(t: Words, health: Health): Sheet {
  const parts: [string, Sheet][] = [
    [t('What changed'), changesSheet(t, health)],
    [t('Gets no mail'), stoppedSheet(t, health)],
    [t('How often'), oftenSheet(t, health)],
    [t('Language'), languagesSheet(t, health)],
    [t('State'), statesSheet(t, health)],
  ]
  return {
    head: [t('Table'), t('Line'), t('People'), t('Share'), t('Active')],
    rows: parts.flatMap(([name, { rows }]) => rows.map((row) => [name, ...row, ...Array.from({ length: 4 - row.length }, () => '')])),
  }
}
