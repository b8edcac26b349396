import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { root } from '#root'
import { flawOf } from './flaw.rules.ts'
import { itemsOf } from './reach.rules.ts'
import { choicesOf, readAnswers, type Answer, type Answers } from './reading.rules.ts'
import { resultOf } from './result.rules.ts'
import { toolDefinition, type Item, type ToolDefinition } from './tool.definition.ts'
import { starterTools } from './tool.seed.ts'
import { answersIn, fieldOf, typedFrom } from './typed.rules.ts'

const words = { en: 'Words' }
const light = {
  choices: [
    { key: 'yes', words, points: 2 },
    { key: 'no', words, points: 0 },
    { key: 'unknown', words, unsure: true },
  ],
  strong: 'yes',
}
const small = {
  title: words,
  summary: words,
  step: 'launch',
  minutes: 2,
  scales: { light },
  sections: [
    {
      key: 'all',
      title: words,
      items: [
        { kind: 'scale', key: 'a', scale: 'light', words },
        { kind: 'scale', key: 'b', scale: 'light', words, when: { item: 'a', is: ['yes'] } },
      ],
    },
  ],
  scores: [{ key: 'points', words, as: 'percent', of: ['all'] }],
}
const made = (change: object): ToolDefinition => toolDefinition.parse({ ...small, ...change })
const section = (items: object[]) => [{ key: 'all', title: words, items }]
const complaint = (change: object) => toolDefinition.safeParse({ ...small, ...change }).error?.issues[0]?.message

test('a tool whose conditions go in a circle is refused, with the way around', () => {
  const round = [
    { kind: 'line', key: 'a', words, when: { item: 'c', answered: true } },
    { kind: 'line', key: 'b', words, when: { not: { item: 'a', answered: true } } },
    { kind: 'line', key: 'c', words, when: { any: [{ item: 'b', mentions: ['grant'] }] } },
  ]
  expect(complaint({ sections: section(round), scores: [] })).toBe('loop: a → c → b → a')
  const byScore = [{ kind: 'number', key: 'a', words, when: { score: 'sum', atLeast: 1 } }]
  expect(complaint({ sections: section(byScore), scores: [{ key: 'sum', words, as: 'sum', of: ['a'] }] })).toBe('loop: a → sum → a')
  expect(
    complaint({ sections: [{ ...section([{ kind: 'line', key: 'a', words }])[0], when: { item: 'a', answered: true } }], scores: [] }),
  ).toBe('loop: a → a')
})

test.each([
  [
    'an item that is named twice',
    {
      sections: section([
        { kind: 'line', key: 'a', words },
        { kind: 'text', key: 'a', words },
      ]),
      scores: [],
    },
    'named-twice: a',
  ],
  [
    'a condition on nothing',
    { verdicts: [{ key: 'v', tone: 'good', words, say: words, when: { item: 'z', is: ['yes'] } }] },
    'unknown-name: v → z',
  ],
  ['a score of nothing', { scores: [{ key: 's', words, as: 'sum', of: ['z'] }] }, 'unknown-name: s → z'],
  ['a scale that is not there', { scales: {} }, 'unknown-name: a → light'],
  [
    'advice on an answer nobody can give',
    { sections: section([{ kind: 'scale', key: 'a', scale: 'light', words, advice: [{ on: ['maybe'], say: words }] }]), scores: [] },
    'unknown-choice: a → maybe',
  ],
])('refused: %s', (_, change, message) => expect(complaint(change)).toBe(message))

test('five hundred items are counted, one more is refused, and a link leads only to rooms of ours', () => {
  const many = (count: number) =>
    section(
      Array.from({ length: count }, (_, n) => ({
        kind: 'scale',
        key: `i${n}`,
        scale: 'light',
        words,
        ...(n > 0 && { when: { item: `i${n - 1}`, is: ['yes'] } }),
      })),
    )
  const tool = made({ sections: many(500) })
  const all = Object.fromEntries(itemsOf(tool).map(({ key }) => [key, 'yes']))
  expect(resultOf(tool, all)).toMatchObject({ answered: 500, asked: 500 })
  expect(resultOf(tool, { ...all, i0: 'no' })).toMatchObject({ answered: 1, asked: 1 })
  expect(toolDefinition.safeParse({ ...small, sections: [...many(400), { ...many(200)[0], key: 'more' }] }).success).toBe(false)
  expect(toolDefinition.safeParse({ ...small, nexts: [{ say: words, to: 'https://evil.example' }] }).success).toBe(false)
})

test('what is not asked does not count, and of nothing there is no figure', () => {
  const tool = made({})
  expect(readAnswers(tool, { a: 'no', b: 'yes' }).score('points')).toBe(0)
  expect(readAnswers(tool, { a: 'yes', b: 'no' }).score('points')).toBe(50)
  expect(readAnswers(tool, { a: 'unknown' }).score('points')).toBeNull()
  expect(resultOf(tool, {})).toMatchObject({ verdict: null, scores: [], answered: 0 })
  expect(resultOf(tool, { a: 'unknown' }).toFindOut.map(({ key }) => key)).toEqual(['a'])
})

test('a share over nothing divides by nothing, and says nothing', () => {
  const people = ['business', 'public'].map((key) => ({ kind: 'people', key, words }))
  const tool = made({ sections: section(people), scores: [{ key: 'ratio', words, as: 'share', of: ['business'], over: ['public'] }] })
  expect(readAnswers(tool, { business: ['Ben', 'Chidi'] }).score('ratio')).toBeNull()
  expect(readAnswers(tool, { business: ['Ben'], public: ['Ada', 'Chidi'] }).score('ratio')).toBe(50)
  const free = made({
    scales: {
      light: {
        choices: [
          { key: 'yes', words, points: 0 },
          { key: 'no', words, points: 0 },
        ],
      },
    },
  })
  expect(readAnswers(free, { a: 'yes' }).score('points')).toBeNull()
})

test('a word is found whole, whatever stands around it', () => {
  const tool = made({
    sections: section([{ kind: 'text', key: 'a', words }]),
    scores: [],
    findings: [{ when: { item: 'a', mentions: ['WIOA', 'braided funding'] }, words }],
  })
  for (const [said, isFound] of [
    ['Our wioa, plan', true],
    ['braided  funding!', true],
    ['wioaful', false],
  ] as const)
    expect(resultOf(tool, { a: said }).findings.length > 0).toBe(isFound)
})

const anyAnswer = (tool: ToolDefinition, item: Item): fc.Arbitrary<Answer> => {
  const keys = choicesOf(tool, item).map(({ key }) => key)
  if (item.kind === 'date') return fc.constant('2026-05-06')
  if (item.kind === 'number') return fc.integer({ min: item.min, max: item.max })
  if (item.kind === 'people') return fc.array(fc.constantFrom('Ben', 'Chidi'), { minLength: 1, maxLength: item.most })
  if (item.kind === 'pick' && item.several) return fc.subarray(keys, { minLength: 1 })
  return keys.length > 0 ? fc.constantFrom(...keys) : fc.constant('Words')
}

const anyAnswers = (tool: ToolDefinition): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(itemsOf(tool).map((item) => [item.key, anyAnswer(tool, item)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>

test.each(starterTools().map(({ slug, definition }) => [slug, definition] as const))(
  'whatever is answered, %s stays within its bounds',
  (_, tool) => {
    expect(flawOf(tool)).toBeNull()
    fc.assert(
      fc.property(anyAnswers(tool), (answers) => {
        const result = resultOf(tool, answers)
        expect(result.nexts.length).toBeLessThanOrEqual(3)
        expect(new Set(result.nexts.map(({ say }) => say.en)).size).toBe(result.nexts.length)
        expect(result.answered).toBeLessThanOrEqual(result.asked)
        for (const { score, value } of result.scores) {
          expect(Number.isFinite(value)).toBe(true)
          expect(score.as !== 'percent' || (value >= 0 && value <= 100)).toBe(true)
        }
        expect(answersIn(tool, typedFrom(tool, answers)).problems).toEqual({})
      }),
      { numRuns: 40 },
    )
    for (const said of itemsOf(tool)) expect(said.words.es).not.toBe('')
  },
)

test.each([
  ['a long line', 'line', 'x'.repeat(301), 'too-long'],
  ['a megabyte', 'text', 'x'.repeat(1_000_000), 'too-long'],
  ['words for a number', 'number', '=1+1', 'not-a-number'],
  ['an endless number', 'number', '1e999', 'not-a-number'],
  ['a number below', 'number', '-1', 'out-of-range'],
  ['a day that is none', 'date', '2026-02-31', 'not-a-day'],
  ['a crowd', 'people', 'Ben\n'.repeat(21), 'too-many'],
])('said, and to mend: %s', (_, kind, typed, problem) => {
  const tool = made({ sections: section([{ kind, key: 'a', words }]), scores: [] })
  expect(answersIn(tool, { [fieldOf('a')]: typed })).toEqual({ answers: {}, problems: { a: problem } })
})

test('halves of letters and control characters are left out; choices nobody offers are no answer', () => {
  const tool = made({
    sections: section([
      { kind: 'text', key: 'a', words },
      { kind: 'scale', key: 'b', scale: 'light', words },
      { kind: 'number', key: 'c', words },
    ]),
    scores: [],
  })
  const { answers } = answersIn(tool, { 'q-a': 'Hi\0\r\n\uD83D there 🐝', 'q-b': '__proto__', 'q-c': ' $1,250 ', 'q-toString': 'x' })
  expect(answers).toEqual({ a: 'Hi\n\uFFFD there 🐝', c: 1250 })
})

const starter = (slug: string): ToolDefinition => starterTools().find((tool) => tool.slug === slug)?.definition ?? made({})
const all = (slug: string, answer: string): Answers =>
  Object.fromEntries(itemsOf(starter(slug)).flatMap((item) => (item.kind === 'scale' ? [[item.key, answer]] : [])))
const scope = { sentence: 'We make parts.', firms: 120, known: 25, drive: 50, agencies: 9, counties: ['Lane', 'Linn'], town: 'Eugene' }
const charter = {
  priority: 'Fewer trucks half full',
  champion: 'Ben',
  measure: 'Loads, 40 a week',
  win: 'A shared run',
  winday: '2026-05-06',
  businesses: ['a', 'b'],
  partners: ['c'],
}

test.each([
  ['health-check', { ...all('health-check', 'yes') }, 'on_track'],
  ['health-check', { g_plan: 'yes', r_orphan: 'plain' }, 'watch'],
  ['health-check', { g_plan: 'yes', r_orphan: 'plain', r_oneperson: 'plain' }, 'act_now'],
  ['ownership-test', { ...all('ownership-test', 'same'), idea: 'raises', asked: 'raises', open: 'raises', name: 'raises' }, 'go'],
  ['ownership-test', { ...all('ownership-test', 'same'), idea: 'raises' }, 'adjust'],
  ['ownership-test', { ...all('ownership-test', 'same'), idea: 'lowers' }, 'hold'],
  ['launch-readiness', all('launch-readiness', 'yes'), 'go'],
  ['launch-readiness', { ...all('launch-readiness', 'yes'), two: 'going' }, 'nearly'],
  ['launch-readiness', { ...all('launch-readiness', 'yes'), two: 'no', convener: 'no' }, 'not_yet'],
  ['state-self-check', { ...all('state-self-check', 'partly') }, 'half'],
  ['scope-check', { ...scope, ...all('scope-check', 'yes') }, 'right'],
  ['scope-check', { ...scope, ...all('scope-check', 'yes'), firms: 22 }, 'rural'],
  ['scope-check', { ...scope, ...all('scope-check', 'no') }, 'change'],
  ['scope-check', { ...scope, ...all('scope-check', 'yes'), drive: 75 }, 'look'],
  ['action-team-charter', { ...charter, ...all('action-team-charter', 'yes') }, 'ready'],
  ['action-team-charter', { ...charter, ...all('action-team-charter', 'yes'), partners: ['c', 'd', 'e'] }, 'draft'],
  ['pitch-builder', { audience: 'owner', fact: 'Forty firms', seconds: 55, peer: 'yes' }, 'ready'],
])('a believable group: %s %j', (slug, answers, verdict) => expect(resultOf(starter(slug), answers as Answers).verdict?.key).toBe(verdict))

test('words of programs are found, and every next thing leads to something that is there', () => {
  const said = resultOf(starter('action-team-charter'), { ...charter, why: 'Alignment, for every stakeholder' }).findings.map(
    ({ en }) => en,
  )
  expect(said.join()).toContain('sound like a program')
  const folders: Record<string, string> = { step: 'steps', tip: 'tips', tool: 'tools', recording: 'webinars', answer: 'answers' }
  const links = starterTools().flatMap(({ definition }) => [
    ...definition.nexts,
    ...itemsOf(definition).flatMap((item) => (item.kind === 'scale' ? item.advice : [])),
  ])
  const missing = links.flatMap(({ to }) => {
    const [kind = '', slug = ''] = (to ?? 'tool:health-check').split(':')
    const file = join(root, 'content', folders[kind] ?? '', slug)
    return existsSync(`${file}.md`) || existsSync(`${file}.json`) ? [] : [to]
  })
  expect(missing).toEqual([])
})
