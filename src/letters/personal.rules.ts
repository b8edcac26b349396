/** What a letter can say to each reader alone: events in their state, what they have a seat in, a tip that is new to them. */
export const personalKinds = ['state-events', 'my-events', 'next-tip'] as const
export type PersonalKind = (typeof personalKinds)[number]

/** The fields that are filled with it: as HTML, and as plain text. */
export const personalFields = {
  'state-events': { html: 'stateEventsHtml', text: 'stateEventsText' },
  'my-events': { html: 'myEventsHtml', text: 'myEventsText' },
  'next-tip': { html: 'nextTipHtml', text: 'nextTipText' },
} as const satisfies Record<PersonalKind, { html: string; text: string }>

export const markupFields = personalKinds.map((kind) => personalFields[kind].html)
export const plainFields = personalKinds.map((kind) => personalFields[kind].text)

/** Which kinds this text has places for. */
export const personalKindsIn = (text: string): PersonalKind[] =>
  personalKinds.filter((kind) => text.includes(`{{${personalFields[kind].html}|`))
