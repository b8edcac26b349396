import type { HTMLAttributes } from 'preact'
import { usePage, useWords } from '#platform/html'
import { formatTime } from '#platform/time'
import { peerAssist } from './clock.rules.ts'
import type { NamedItem } from './item.data.ts'

/** How long it has been talked about; of a challenge, in which of its steps one is. Without script, since when. */
export function Clock({ item, timeZone }: { item: NamedItem; timeZone: string }) {
  const t = useWords()
  const { language } = usePage()
  if (!item.begunAt) return null
  const clock = formatTime(item.begunAt, timeZone, language)
  const plan = item.questionId === null ? [] : peerAssist
  const steps = [t('Tell it'), t('Ask about it'), t('Give ideas'), t('What to take home')]
  return (
    <live-clock begun={item.begunAt.toString()} plan={plan.join(' ')} left={t('{{time}} left', { time: '#' })} over={t('The time is up.')}>
      <p class="quiet">
        {t('Begun at {{clock}}', { clock })} <span role="timer" data-elapsed />
      </p>
      {plan.length > 0 && (
        <ol class="live-steps">
          {plan.map((minutes, at) => (
            <li key={minutes + at}>
              {t('{{what}}, {{count}} minutes', { what: steps[at] ?? '', count: minutes })} <span role="timer" data-left />
            </li>
          ))}
        </ol>
      )}
    </live-clock>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'live-clock': HTMLAttributes<HTMLElement> & { begun: string; plan: string; left: string; over: string }
    }
  }
}
