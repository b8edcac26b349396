import { expect, test } from 'vitest'
import { readings } from '#imports'
import { decodedText } from '#platform/text'
import { emailAddress, oneLine } from '#platform/text'
import { matchOf, nameKeys, type Known } from './match.rules.ts'
import { readReport } from './report.rules.ts'
import { covered, momentOf, secondsOf } from './spell.rules.ts'

/** What a report says: its program, and each participant as name, address, minutes, times joined. */
function read(text: string, delimiter = ',') {
  const [rows = []] = readings(text, [delimiter])
  const report = readReport(
    rows.map(({ cells }) => cells),
    { line: oneLine, email: emailAddress },
  )
  return (
    report && [report.service, ...report.participants.map(({ name, email, minutes, visits }) => [name, email, minutes, visits].join(' · '))]
  )
}

const tabs = (...lines: string[]) => lines.map((line) => line.replaceAll(' | ', '\t')).join('\r\n')
const lines = (...all: string[]) => all.join('\r\n')

test.each<[string, string, string, string[]]>([
  [
    'Zoom, as it was for years, with its summary above',
    ',',
    lines(
      'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,',
      '555 0199,Office hours,03/18/2026 12:58:02 PM,03/18/2026 02:01:11 PM,ada@example.org,64,3,',
      '',
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent',
      'Ben Ortiz,ben@example.org,03/18/2026 01:00:00 PM,03/18/2026 01:20:00 PM,20,Yes,',
      'Ben Ortiz,ben@example.org,03/18/2026 01:25:00 PM,03/18/2026 02:00:00 PM,35,Yes,',
      'Dana (Dana Reyes),,03/18/2026 01:00:00 PM,03/18/2026 02:00:00 PM,60,Yes,Y',
    ),
    ['zoom', 'Ben Ortiz · ben@example.org · 55 · 2', 'Dana (Dana Reyes) ·  · 60 · 1'],
  ],
  [
    'Zoom today: two devices at the same time count once',
    ',',
    lines(
      'Topic,ID,Host,Duration (minutes),Start time,End time,Participants',
      '"Office hours, March",555 0199,Ada,64,03/18/2026 12:58:02 PM,03/18/2026 02:01:11 PM,3',
      '',
      'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room',
      'Ben Ortiz,Ben@Example.org,03/18/2026 01:00:00 PM,03/18/2026 02:00:00 PM,60,Yes,OK,No',
      'Ben’s iPhone,ben@example.org,03/18/2026 01:30:00 PM,03/18/2026 02:00:00 PM,30,Yes,OK,No',
    ),
    ['zoom', 'Ben Ortiz · ben@example.org · 60 · 2'],
  ],
  [
    'Zoom in Spanish, total minutes alone',
    ',',
    lines('Nombre (nombre original),Correo electrónico,Duración total (minutos),Invitado', 'Íñigo Núñez,inigo@example.org,41,Sí'),
    ['zoom', 'Íñigo Núñez · inigo@example.org · 41 · 1'],
  ],
  [
    'a Zoom webinar: hosts, panelists and attendees; who stayed away was not there',
    ',',
    lines(
      'Attendee Report,',
      'Report Generated:,"03/19/2026 09:00"',
      'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered',
      'Braided funds,777 0199,03/18/2026 12:58,64,3',
      'Host Details,',
      'Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name',
      'Yes,Ada Whitfield,ada@example.org,03/18/2026 12:58:00,03/18/2026 14:00:00,62,No,United States',
      'Attendee Details,',
      'Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest',
      'Yes,Ben,Ben,Ortiz,ben@example.org,03/01/2026 10:00:00,approved,03/18/2026 13:00:00,03/18/2026 13:45:00,45,Yes',
      'No,Gus,Gus,Hill,gus@example.org,03/01/2026 10:00:00,approved,--,--,--,--',
    ),
    ['zoom', 'Ada Whitfield · ada@example.org · 62 · 1', 'Ben Ortiz · ben@example.org · 45 · 1'],
  ],
  [
    'Teams with sections: its activities do not count once more',
    '\t',
    tabs(
      '1. Summary',
      'Meeting title | Office hours',
      'Attended participants | 2',
      'Start time | 3/18/26, 1:00:11 PM',
      '',
      '2. Participants',
      'Name | First Join | Last Leave | In-Meeting Duration | Email | Participant ID (UPN) | Role',
      'Ben Ortiz | 3/18/26, 1:00:11 PM | 3/18/26, 2:00:02 PM | 47m 51s | ben@example.org | ben@example.org | Attendee',
      'Dana Reyes (Guest) | 3/18/26, 1:05:00 PM | 3/18/26, 2:30:00 PM | 1h 25m |  |  | Attendee',
      '',
      '3. In-Meeting Activities',
      'Name | Join Time | Leave Time | Duration | Email | Role',
      'Ben Ortiz | 3/18/26, 1:00:11 PM | 3/18/26, 1:20:02 PM | 19m 51s | ben@example.org | Attendee',
    ),
    ['teams', 'Ben Ortiz · ben@example.org · 48 · 1', 'Dana Reyes (Guest) ·  · 85 · 1'],
  ],
  [
    'Teams before, in Spanish words for time, one line a visit',
    '\t',
    tabs(
      'Meeting Summary',
      'Total Number of Participants | 1',
      '',
      'Full Name | Join Time | Leave Time | Duration | Email | Role | Participant ID (UPN)',
      'Ben Ortiz | 18.3.2026, 13:00:00 | 18.3.2026, 13:10:00 | 10 min | ben@example.org | Asistente | ben@example.org',
      'Ben Ortiz | 18.3.2026, 13:20:00 | 18.3.2026, 14:25:30 | 1 h 5 min 30 s | ben@example.org | Asistente | ben@example.org',
    ),
    ['teams', 'Ben Ortiz · ben@example.org · 76 · 2'],
  ],
  [
    'Teams while the call lasts: who joined and who left',
    '\t',
    tabs(
      'Full Name | User Action | Timestamp',
      'Ada Whitfield | Joined | 3/18/2026, 1:00:00 PM',
      'Ben Ortiz | Joined before | 3/18/2026, 1:05:00 PM',
      'Ben Ortiz | Left | 3/18/2026, 1:15:00 PM',
      'Ben Ortiz | Joined | 3/18/2026, 1:20:00 PM',
      'Dana Reyes | Joined | 3/18/2026, 1:40:00 PM',
    ),
    ['teams', 'Ada Whitfield ·  · 40 · 1', 'Ben Ortiz ·  · 30 · 2', 'Dana Reyes ·  · 0 · 1'],
  ],
  [
    'Webex, which wraps its moments for Excel',
    '\t',
    tabs(
      'Meeting Name | Meeting Start Time | Meeting End Time | Display Name | First Name | Last Name | Role | Attendee Email | Join Time | Leave Time | Attendance Duration | Connection Type',
      'Office hours | ="2026-03-18 13:00:00" | ="2026-03-18 14:00:00" | Ben | Ben | Ortiz | Attendee | ben@example.org | ="2026-03-18 13:02:00" | ="2026-03-18 14:00:00" | 58 mins | Desktop app',
    ),
    ['webex', 'Ben Ortiz · ben@example.org · 58 · 1'],
  ],
  [
    'GoToWebinar',
    ',',
    lines(
      'Attendee Report',
      'Webinar Name,Webinar ID,Actual Start Date/Time,Duration',
      'Braided funds,123-456-789,"March 18, 2026 01:00 PM EDT",1 hour 4 minutes',
      'Attendee Details',
      'Attended,Interest Rating,Last Name,First Name,Email Address,Registration Date/Time,Join Time,Leave Time,Time in Session (minutes)',
      'Yes,81,Ortiz,Ben,ben@example.org,"March 1, 2026 10:00 AM","March 18, 2026 01:00 PM","March 18, 2026 01:50 PM",50 minutes',
      'No,,Hill,Gus,gus@example.org,"March 1, 2026 10:00 AM",,,',
    ),
    ['goto', 'Ben Ortiz · ben@example.org · 50 · 1'],
  ],
  [
    'GoToMeeting: a name without an address goes with the one address that has it',
    ',',
    lines(
      'Attendee,Email Address,Join Time,Leave Time,Time in Session (minutes)',
      'Ben Ortiz,ben@example.org,1:00 PM,1:30 PM,30',
      'ORTIZ Ben,,1:31 PM,2:00 PM,29',
    ),
    ['goto', 'Ben Ortiz · ben@example.org · 59 · 2'],
  ],
])('%s', (_, delimiter, text, said) => {
  expect(read(text, delimiter)).toEqual(said)
})

test('what is no report is none: a letter, a list of members, a report without people has nobody', () => {
  expect(read('Dear Ada,\r\nthe call went well.')).toBeNull()
  expect(read('Name,Email\r\nBen,ben@example.org')).toBeNull()
  expect(read('Name,Duration (minutes)\r\n')).toEqual(['other'])
})

test('hostile words stay words, of bounded length; times nobody can have are bounded', () => {
  const [, first = ''] = read(`Name,Email,Duration\r\n"=HYPERLINK(""x"")\n\u202Eevil ${'x'.repeat(5000)}",not an address,999999`) ?? []
  expect(first).toMatch(/^=HYPERLINK\("x"\) evil x+ · {2}· 10080 · 1$/)
  expect(first.length).toBeLessThan(260)
})

test('letters of every program are read: UTF-16 as Teams writes it, with and without its mark', () => {
  const text = 'Name\tDuration\r\nÍñigo\t5m\r\n'
  const bytes = Buffer.from(text, 'utf16le')
  expect(decodedText(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]))).toBe(text)
  expect(decodedText(bytes)).toBe(text)
  expect(decodedText(Buffer.from('Jos\xe9', 'latin1'))).toBe('José')
})

test.each([
  ['57', 3420],
  ['1h 27m 51s', 5271],
  ['1 hora 3 minutos', 3780],
  ['2 Std. 1 Min.', 7260],
  ['01:03:00', 3780],
  ['45:12', 2712],
  ['PT1H2M3S', 3723],
  ['--', null],
  ['', null],
])('%s is %s seconds', (cell, seconds) => {
  expect(secondsOf(cell)).toBe(seconds)
})

test('moments differ by what lies between them, whichever way round their days stand; overlapping spells count once', () => {
  const between = (from: string, to: string) => (momentOf(to) ?? 0) - (momentOf(from) ?? 0)
  expect(between('18/03/2026 23:50', '19/03/2026 00:10')).toBe(1200)
  expect(between('Mar 18, 2026 11:50 AM', 'Mar 18, 2026 12:10 PM')).toBe(1200)
  expect(between('2026-03-18T12:50:00Z', '2026-03-18T13:10:00Z')).toBe(1200)
  expect(between('11:50 a. m.', '12:10 p. m.')).toBe(1200)
  expect(momentOf('--')).toBeNull()
  expect(
    covered([
      { from: 0, to: 10 },
      { from: 5, to: 8 },
      { from: 9, to: 12 },
      { from: 20, to: 21 },
    ]),
  ).toBe(13)
})

test('a name is the same in any order, without accents, as shown or as first given', () => {
  expect(nameKeys('Núñez, Íñigo')).toContain('inigo nunez')
  expect(nameKeys('Benny (Ben Ortiz)')).toEqual(['benny', 'ben ortiz'])
  expect(nameKeys('Ben Ortiz - Prairie Board')).toContain('ben ortiz')
  expect(nameKeys('Ben Ortiz | he/him')).toContain('ben ortiz')
})

const known = (id: string, name: string, answered = false): Known => ({ id, email: `${id}@example.org`, name, answered })

test('an address is sure, a name that one alone has is likely, and whatever else is asked', () => {
  const people = [
    known('ben', 'Ben Ortiz', true),
    known('other', 'Ben Ortiz'),
    known('jo', 'Jo Kim'),
    known('jo2', 'Kim Jo'),
    known('cy', 'Cy'),
  ]
  const match = (name: string, email: string | null = null) => {
    const found = matchOf({ name, email }, people)
    return found.by ? `${found.by} ${found.person.id}` : found.candidates.map(({ id }) => id)
  }
  expect(match('Somebody', 'jo@example.org')).toBe('address jo')
  expect(match('ortiz ben', 'private@example.net')).toBe('name ben')
  expect(match('Jo Kim')).toEqual(['jo', 'jo2'])
  expect(match('Ben')).toEqual(['ben'])
  expect(match('Cy')).toEqual(['cy'])
  expect(match('iPhone')).toEqual([])
})
