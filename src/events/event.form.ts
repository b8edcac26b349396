import { z } from 'zod'
import { checkboxInput, lineInput, readForm, requiredLineInput, stateInput, textInput, timeZoneInput, type Asked } from '#platform/http'
import type { FormState } from '#platform/html'
import { oneLine, say } from '#platform/text'
import { kinds } from './event.rules.ts'
import type { EventInput } from './event.actions.ts'
import type { Reminder } from './events.tables.ts'
import type { Event } from './event.data.ts'
import { readWallTime, wallTimeOf } from './wall-time.rules.ts'

/** Words of an event in one language. */
const wordsFields = {
  title: requiredLineInput(200),
  summary: lineInput(400),
  description: textInput(20_000),
}

const mostHosts = 20
const hostsInput = lineInput(1000)
  .transform((line) => line.split(/[,;]/).map(oneLine).filter(Boolean))
  .refine((hosts) => hosts.length <= mostHosts && hosts.every((host) => host.length <= 80), {
    error: say('Name up to twenty hosts, separated by commas.'),
  })

const addressInput = lineInput(1000).refine((line) => line === '' || (/^https?:\/\//i.test(line) && URL.canParse(line)), {
  error: say('Enter the whole address of the call, beginning with https://.'),
})

const capacityInput = lineInput(20)
  .refine((line) => line === '' || (/^\d{1,6}$/.test(line) && Number(line) > 0), {
    error: say('Enter a whole number of seats, or leave it empty when there is room for everybody.'),
  })
  .transform((line) => (line === '' ? null : Number(line)))

const factsForm = z.object({
  ...wordsFields,
  kind: z.enum(kinds, { error: say('Choose what kind of gathering it is.') }),
  hosts: hostsInput,
  place: lineInput(300),
  state: stateInput,
  joinUrl: addressInput,
  dialIn: lineInput(300),
  meetingId: lineInput(100),
  passcode: lineInput(100),
  capacity: capacityInput,
  remindWeek: checkboxInput,
  remindDay: checkboxInput,
  remindHour: checkboxInput,
  isRecorded: checkboxInput,
  seen: lineInput(40),
})

const clockField = lineInput(40)
const timesForm = z
  .object({
    openDate: checkboxInput,
    timeZone: timeZoneInput,
    startsAt: clockField,
    endsAt: clockField,
    rsvpOpensAt: clockField,
    rsvpClosesAt: clockField,
  })
  .transform((typed, context) => {
    const timeZone = typed.timeZone ?? 'America/New_York'
    const read = (name: 'startsAt' | 'endsAt' | 'rsvpOpensAt' | 'rsvpClosesAt', missing?: string) => {
      const { moment, complaint } = momentIn(typed[name], timeZone, missing)
      if (complaint) context.addIssue({ code: 'custom', path: [name], message: complaint })
      return moment
    }
    const complain = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    if (typed.timeZone === null) complain('timeZone', say('Choose the time zone in which the hours are meant.'))
    const startsAt = typed.openDate ? null : read('startsAt', say('Say when it begins, or tick that the date is to be announced.'))
    const endsAt = typed.openDate ? null : read('endsAt', say('Say when it ends.'))
    const [rsvpOpensAt, rsvpClosesAt] = [read('rsvpOpensAt'), read('rsvpClosesAt')]
    checkOrder({ startsAt, endsAt, rsvpOpensAt, rsvpClosesAt }, complain)
    return { timeZone, startsAt, endsAt, rsvpOpensAt, rsvpClosesAt }
  })

const problems = {
  unreadable: say('Enter the day and the hour, like 2026-03-18 13:00.'),
  skipped: say('The clocks go forward that night and skip this hour. Choose an hour before or after it.'),
  'far-off': say('Check the year.'),
}

function momentIn(text: string, timeZone: string, missing?: string): { moment: Temporal.Instant | null; complaint?: string | undefined } {
  if (text === '') return { moment: null, complaint: missing }
  const read = readWallTime(text.replace(' ', 'T'), timeZone)
  return 'problem' in read ? { moment: null, complaint: problems[read.problem] } : { moment: read.moment }
}

type Times = Record<'startsAt' | 'endsAt' | 'rsvpOpensAt' | 'rsvpClosesAt', Temporal.Instant | null>

function checkOrder({ startsAt, endsAt, rsvpOpensAt, rsvpClosesAt }: Times, complain: (name: string, sentence: string) => void) {
  if (!isBefore(startsAt, endsAt)) complain('endsAt', say('The end must come after the beginning.'))
  if (isBefore(startsAt?.add({ hours: 24 * 31 }), endsAt, false)) complain('endsAt', say('This lasts longer than a month. Check the end.'))
  if (!isBefore(rsvpOpensAt, startsAt)) complain('rsvpOpensAt', say('RSVP must open before the event begins.'))
  if (!isBefore(rsvpOpensAt, rsvpClosesAt)) complain('rsvpClosesAt', say('RSVP must close after it opens.'))
  if (isBefore(startsAt, rsvpClosesAt, false)) complain('rsvpClosesAt', say('RSVP closes when the event begins, at the latest.'))
}

/** What is not said cannot be wrong: then the answer is `unsaid`. */
function isBefore(earlier: Temporal.Instant | null | undefined, later: Temporal.Instant | null, unsaid = true): boolean {
  return earlier && later ? Temporal.Instant.compare(earlier, later) < 0 : unsaid
}

export type EventFormRead = { input: EventInput; seen: string; form?: never } | { input?: never; form: FormState }

/** Reads the whole form at once, so that all there is to mend is said together. */
export async function readEventForm(c: Asked): Promise<EventFormRead> {
  const facts = await readForm(c, factsForm)
  const times = await readForm(c, timesForm)
  if (facts.values && times.values) return { input: inputOf(facts.values, times.values), seen: facts.values.seen }
  const forms = [facts.form, times.form].filter((form) => form !== undefined)
  return {
    form: { values: forms[0]?.values ?? {}, errors: Object.assign({}, ...forms.map((form) => form.errors)) as Record<string, string> },
  }
}

function inputOf(facts: z.output<typeof factsForm>, times: z.output<typeof timesForm>): EventInput {
  const { joinUrl, dialIn, meetingId, passcode, remindWeek, remindDay, remindHour, seen: _, ...rest } = facts
  const reminders = [remindWeek && 'week', remindDay && 'day', remindHour && 'hour'].filter((kind): kind is Reminder => kind !== false)
  return { ...rest, ...times, call: { joinUrl, dialIn, meetingId, passcode }, reminders }
}

/** What the form of a new event begins with. */
export const newEventForm = (kind: string, timeZone: string): FormState => ({
  values: { kind, timeZone, remindWeek: 'yes', remindDay: 'yes', remindHour: 'yes' },
  errors: {},
})

/** The form filled with what is known; `event` as a steward sees it, its words those of the network's own language. */
export function formOf(event: Event, words: { title: string; summary: string; description: string }): FormState {
  const { kind, hosts, timeZone, place, state, call, capacity, reminders, isRecorded } = event
  const ticked = (is: boolean) => (is ? 'yes' : '')
  const wall = (moment: Temporal.Instant | null) => wallTimeOf(moment, timeZone)
  const values = {
    ...words,
    ...(call ?? { joinUrl: '', dialIn: '', meetingId: '', passcode: '' }),
    kind,
    timeZone,
    place,
    state: state ?? '',
    hosts: hosts.join(', '),
    capacity: capacity?.toString() ?? '',
    openDate: ticked(!event.startsAt),
    startsAt: wall(event.startsAt),
    endsAt: wall(event.endsAt),
    rsvpOpensAt: wall(event.rsvpOpensAt),
    rsvpClosesAt: wall(event.rsvpClosesAt),
    remindWeek: ticked(reminders.includes('week')),
    remindDay: ticked(reminders.includes('day')),
    remindHour: ticked(reminders.includes('hour')),
    isRecorded: ticked(isRecorded),
  }
  return { values, errors: {} }
}
