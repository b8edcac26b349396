import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const python = '/usr/bin/python3'
const library = '/usr/lib/python3/dist-packages/icalendar'

/** Why calendars are read by one program only on this machine; null when there is a second. */
export const whyNoSecondReader = (): string | null =>
  existsSync(python) && existsSync(library) ? null : 'python3-icalendar is not installed (apt-get install python3-icalendar).'

export type SecondRead = {
  id: string
  sequence: number
  title: string
  description: string
  place: string
  status: string
  starts: string[]
  endsAt: string
}

/** Reads entries as Debian's python3-icalendar does; of what repeats, as dateutil counts it, the first twelve beginnings. */
export const readBySecond = (text: string): SecondRead[] =>
  JSON.parse(execFileSync(python, ['-c', program], { input: text, encoding: 'utf8', env: { PYTHONIOENCODING: 'utf-8' } })) as SecondRead[]

const program = `
import datetime, itertools, json, sys
from dateutil.rrule import rrulestr
from icalendar import Calendar

def moment(at):
    return at.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')

def starts(event):
    start = event.decoded('dtstart')
    if 'rrule' not in event:
        return [moment(start)]
    def listed(name):
        lines = event.get(name, [])
        return {moment(date.dt) for line in (lines if isinstance(lines, list) else [lines]) for date in line.dts}
    left_out, beside = listed('exdate'), listed('rdate')
    wall = start.replace(tzinfo=None)
    rule = {key: value for key, value in event['rrule'].items() if key != 'UNTIL'}
    until = event['rrule'].get('UNTIL', [None])[0]
    text = type(event['rrule'])(rule).to_ical().decode()
    zone = start.tzinfo
    def at(day):
        return moment(zone.localize(day) if hasattr(zone, 'localize') else day.replace(tzinfo=zone))
    found = (at(day) for day in rrulestr(text, dtstart=wall))
    found = itertools.takewhile(lambda one: until is None or one <= moment(until), found)
    found = {moment(start), *itertools.islice(found, 40), *beside} - left_out
    return sorted(found)[:12]

calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([{
    'id': str(event['uid']), 'sequence': int(event['sequence']), 'title': str(event['summary']),
    'description': str(event.get('description', '')), 'place': str(event.get('location', '')), 'status': str(event['status']),
    'starts': starts(event), 'endsAt': moment(event.decoded('dtend')),
} for event in calendar.walk('VEVENT')]))
`
