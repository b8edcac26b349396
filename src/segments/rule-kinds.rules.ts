import { z } from 'zod'
import { ownNames } from '#platform/html'
import { isState, languages, organisationKinds, organisationWords, say, states, type Language, type Words } from '#platform/text'
import { formatDay } from '#platform/time'
import { eventAnswers, eventSentence } from './event-answers.rules.ts'

export type Option = { value: string; words: string }

/** What rules may name beside what is the same everywhere: this community's lists, events, topics and tools, in the reader's language. */
export type Known = { lists: Option[]; events: Option[]; topics: Option[]; tools: Option[] }

export type Speaker = { t: Words; language: Language; known: Known; timeZone: string }

/** How a rule is asked for: some of a few choices, some of very many, one, or a day. */
export type RuleField =
  | { name: string; type: 'few' | 'many' | 'one'; label: string; options: (speaker: Speaker) => Option[] }
  | { name: string; type: 'day'; label: string }

type KindOf<Shape extends z.ZodRawShape, Values = z.output<z.ZodObject<Shape>>> = {
  /** What the button that adds one says. */
  label: string
  shape: Shape
  begins: Values
  fields: RuleField[]
  /** What people do of whom it is true, or with `not` is not: "are in Nebraska or Kansas". */
  says: (values: Values, not: boolean, speaker: Speaker) => string
}

const kind = <Shape extends z.ZodRawShape>(one: KindOf<Shape>) => one

/** One of these words, or of what is listed under them; the empty word stands for nothing chosen yet. */
const id = z.union([z.literal(''), z.uuid()])
const roles = ['owner', 'steward', 'member'] as const
const sides = ['before', 'since'] as const
const standings = ['on', 'left'] as const

const roleWords = (t: Words) => ({ owner: t('Owner'), steward: t('Steward'), member: t('Member') })
const optionsOf = (words: Record<string, string>): Option[] => Object.entries(words).map(([value, said]) => ({ value, words: said }))

const either = (those: (string | undefined)[], { language }: Speaker) =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(those.filter((one) => one !== undefined))

const nameIn = (options: Option[], value: string) => options.find((option) => option.value === value)?.words

/**
 * Every kind of rule: what it asks for and how it is said. A new one is a few lines here, and its condition in
 * `condition.data.ts`, which the compiler asks for.
 */
export const ruleKinds = {
  state: kind({
    label: say('State'),
    shape: { states: z.array(z.string().refine(isState)).max(60) },
    begins: { states: [] },
    fields: [{ name: 'states', type: 'many', label: say('States'), options: () => optionsOf(states) }],
    says({ states: chosen }, not, speaker) {
      const names = either(
        chosen.toSorted().map((code) => states[code as keyof typeof states]),
        speaker,
      )
      return not ? speaker.t('are not in {{states}}', { states: names }) : speaker.t('are in {{states}}', { states: names })
    },
  }),
  role: kind({
    label: say('Role in the community'),
    shape: { roles: z.array(z.enum(roles)).max(3) },
    begins: { roles: [] },
    fields: [{ name: 'roles', type: 'few', label: say('Role in the community'), options: ({ t }) => optionsOf(roleWords(t)) }],
    says({ roles: chosen }, not, speaker) {
      const words = roleWords(speaker.t)
      const names = either(
        chosen.map((role) => words[role]),
        speaker,
      )
      return not ? speaker.t('do not have the role {{roles}}', { roles: names }) : speaker.t('have the role {{roles}}', { roles: names })
    },
  }),
  organisation: kind({
    label: say('Kind of organization'),
    shape: { kinds: z.array(z.enum(organisationKinds)).max(organisationKinds.length) },
    begins: { kinds: [] },
    fields: [{ name: 'kinds', type: 'few', label: say('Kind of organization'), options: ({ t }) => optionsOf(organisationWords(t)) }],
    says({ kinds }, not, speaker) {
      const words = organisationWords(speaker.t)
      const names = either(
        kinds.map((one) => words[one]),
        speaker,
      )
      return not
        ? speaker.t('have no organization of the kind {{kinds}}', { kinds: names })
        : speaker.t('have an organization of the kind {{kinds}}', { kinds: names })
    },
  }),
  language: kind({
    label: say('Language'),
    shape: { languages: z.array(z.enum(languages)).max(languages.length) },
    begins: { languages: [] },
    fields: [{ name: 'languages', type: 'few', label: say('Language'), options: () => optionsOf(ownNames) }],
    says({ languages: chosen }, not, speaker) {
      const names = either(
        chosen.map((one) => ownNames[one]),
        speaker,
      )
      return not ? speaker.t('do not read {{languages}}', { languages: names }) : speaker.t('read {{languages}}', { languages: names })
    },
  }),
  joined: kind({
    label: say('When they came'),
    shape: { side: z.enum(sides), day: z.union([z.literal(''), z.iso.date()]) },
    begins: { side: 'since', day: '' },
    fields: [
      {
        name: 'side',
        type: 'one',
        label: say('They came to the community'),
        options: ({ t }) => optionsOf({ since: t('on this day or later'), before: t('before this day') }),
      },
      { name: 'day', type: 'day', label: say('Day') },
    ],
    says({ side, day: typed }, not, { t, language }) {
      const day = typed && formatDay(Temporal.Instant.from(`${typed}T12:00Z`), 'UTC', language)
      if (side === 'before') return not ? t('did not come before {{day}}', { day }) : t('came before {{day}}', { day })
      return not ? t('did not come on {{day}} or later', { day }) : t('came on {{day}} or later', { day })
    },
  }),
  list: kind({
    label: say('Mailing list'),
    shape: { standing: z.enum(standings), list: id },
    begins: { standing: 'on', list: '' },
    fields: [
      {
        name: 'standing',
        type: 'one',
        label: say('They'),
        options: ({ t }) => optionsOf({ on: t('are on the list'), left: t('have left the list') }),
      },
      { name: 'list', type: 'one', label: say('Which list'), options: ({ known }) => known.lists },
    ],
    says({ standing, list: which }, not, { t, known }) {
      const list = nameIn(known.lists, which) ?? t('a list that is gone')
      if (standing === 'on') return not ? t('are not on {{list}}', { list }) : t('are on {{list}}', { list })
      return not ? t('have not left {{list}}', { list }) : t('have left {{list}}', { list })
    },
  }),
  topic: kind({
    label: say('Topic of interest'),
    shape: { topic: id },
    begins: { topic: '' },
    fields: [{ name: 'topic', type: 'one', label: say('Which topic'), options: ({ known }) => known.topics }],
    says({ topic: which }, not, { t, known }) {
      const topic = nameIn(known.topics, which) ?? t('a topic that is gone')
      return not ? t('do not care about {{topic}}', { topic }) : t('care about {{topic}}', { topic })
    },
  }),
  tool: kind({
    label: say('Interactive tool'),
    shape: { tool: z.union([z.literal('any'), id]) },
    begins: { tool: '' },
    fields: [
      {
        name: 'tool',
        type: 'one',
        label: say('Which tool'),
        options: ({ t, known }) => [{ value: 'any', words: t('any tool') }, ...known.tools],
      },
    ],
    says({ tool: which }, not, { t, known }) {
      const title = nameIn(known.tools, which)
      const tool = which === 'any' ? t('any tool') : title ? `“${title}”` : t('a tool that is gone')
      return not ? t('have not used {{tool}}', { tool }) : t('have used {{tool}}', { tool })
    },
  }),
  event: kind({
    label: say('Event'),
    shape: { answer: z.enum(eventAnswers), event: z.union([z.literal('any'), id]) },
    begins: { answer: 'rsvped', event: '' },
    fields: [
      {
        name: 'answer',
        type: 'one',
        label: say('They'),
        options: ({ t }) => eventAnswers.map((value) => ({ value, words: eventSentence(t, value, '…', false) })),
      },
      {
        name: 'event',
        type: 'one',
        label: say('Which event'),
        options: ({ t, known }) => [{ value: 'any', words: t('any event') }, ...known.events],
      },
    ],
    says({ answer, event: which }, not, { t, known }) {
      const title = nameIn(known.events, which)
      const event = which === 'any' ? t('any event') : title ? `“${title}”` : t('an event that is gone')
      return eventSentence(t, answer, event, not)
    },
  }),
}

export type RuleKind = keyof typeof ruleKinds
export const ruleKindNames = Object.keys(ruleKinds) as RuleKind[]
export const isRuleKind = (word: string): word is RuleKind => Object.hasOwn(ruleKinds, word)

export type ValuesOf<Kind extends RuleKind> = (typeof ruleKinds)[Kind]['begins']
