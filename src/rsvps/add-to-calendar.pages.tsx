import type { Event } from '#events'
import { usePage, useWords } from '#platform/html'
import { googleLink, outlookLink } from '#platform/calendar'
import { guestEntry, heldOf } from './invitation.ts'

/** Three ways into a calendar, for mail programs that do not take invitations. */
export function AddToCalendar({ event, file }: { event: Event; file: string }) {
  const t = useWords()
  const { origin, language } = usePage()
  const held = heldOf(event)
  if (!held) return null
  const entry = guestEntry(held, event.call, event.mine ?? { answer: 'seated', sequence: 0 }, { baseUrl: origin, language })
  return (
    <details class="fold">
      <summary>{t('Add to my calendar')}</summary>
      <ul class="fold-links">
        <li>
          <a href={googleLink(entry)} rel="noreferrer">
            Google
          </a>
        </li>
        <li>
          <a href={outlookLink(entry)} rel="noreferrer">
            Outlook
          </a>
        </li>
        <li>
          <a href={file}>{t('Calendar file')}</a>
        </li>
      </ul>
    </details>
  )
}
