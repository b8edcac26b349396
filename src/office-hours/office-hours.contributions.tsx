import type { Db } from '#database'
import type { DataOf, MeSection } from '#people'
import { say, wordsFor } from '#platform/text'
import { listMeToosOf } from './me-too.data.ts'
import { listMessagesOf } from './message.data.ts'
import { tokenFor } from './office-hours.links.ts'
import { paths } from './office-hours.paths.ts'
import { listOutcomesOf } from './outcome.data.ts'
import { countQueue, listQuestionsOf, type QuestionRow } from './question.data.ts'
import { MyQuestions } from './question.pages.tsx'

/** What this person brought, each behind the link of their own. */
export const myQuestionsSection: MeSection = async (db, person, network) => {
  const questions = await listQuestionsOf(db, person.id)
  if (questions.length === 0) return null
  const t = wordsFor(person.language ?? network.language)
  const standing = ({ withdrawnAt, answerId, confirmedAt }: QuestionRow) =>
    withdrawnAt
      ? t('Withdrawn')
      : answerId
        ? t('There is an answer, or one is being written')
        : confirmedAt
          ? t('With the hosts')
          : t('Not confirmed yet')
  const shown = questions.map((question) => ({
    happened: question.happened,
    standing: standing(question),
    href: paths.mine(tokenFor(network.secret, 'question', { about: question.id, personId: person.id })),
  }))
  return <MyQuestions questions={shown} />
}

/** Every challenge this person brought, what they have in common with others, and what they said of answers. */
export const questionData: DataOf = async (db, personId) => ({
  challenges: (await listQuestionsOf(db, personId)).map(({ stage, happened, tried, wish, sharing, askedAt, confirmedAt, withdrawnAt }) => ({
    stage,
    happened,
    tried,
    wish,
    sharing,
    askedAt,
    confirmedAt,
    withdrawnAt,
  })),
  wordsWithHosts: (await listMessagesOf(db, personId)).map(({ side, words, quoted, files, saidAt }) => ({
    side,
    words,
    quoted,
    files,
    saidAt,
  })),
  meToo: (await listMeToosOf(db, personId)).map(({ askedAt, confirmedAt }) => ({ askedAt, confirmedAt })),
  whetherItHelped: (await listOutcomesOf(db, personId)).map(({ toldAt, said, saidAt }) => ({ toldAt, said, saidAt })),
})

/**
 * What a person reads beside it.
 * @public
 */
export const questionDataWords = [
  say('Office hours'),
  say('Challenges'),
  say('Stage'),
  say('Happened'),
  say('Tried'),
  say('Wish'),
  say('Sharing'),
  say('Withdrawn at'),
  say('Words with hosts'),
  say('Side'),
  say('Words'),
  say('Quoted'),
  say('Files'),
  say('Bytes'),
  say('Me too'),
  say('Whether it helped'),
  say('Told at'),
  say('Said'),
  say('Said at'),
]

/** What waits for an answer. */
export async function questionsDesk(db: Db, { network, now }: { network: { id: string }; now: Temporal.Instant }) {
  const count = await countQueue(db, network.id, now)
  const keep = { kind: 'keep' as const, href: paths.queue, sentence: say('The queue of office hours') }
  return count === 0
    ? [keep]
    : [{ kind: 'waits' as const, href: paths.queue, sentence: say('{{count}} challenges wait for an answer'), values: { count } }, keep]
}
