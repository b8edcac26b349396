import type { HeldEvent } from './webinar-event.data.ts'

/** What is known of a webinar from the event that it was, as the form has it. */
export function valuesOf({ id, title, summary, description, hosts, startsAt, endsAt, timeZone }: HeldEvent): Record<string, string> {
  return {
    event: id,
    title: title.slice(0, 160),
    summary: summary.slice(0, 320),
    body: description,
    speakers: hosts.join(', ').slice(0, 600),
    heldOn: startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    minutes: String(Math.min(1440, Math.max(1, Math.round(startsAt.until(endsAt).total('minutes'))))),
  }
}
