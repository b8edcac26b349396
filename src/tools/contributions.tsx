import type { DataOf, MeSection } from '#people'
import { Entry, EntryList, Heading, useWords } from '#platform/html'
import { say, wordsFor, type Language } from '#platform/text'
import { formatDay } from '#platform/time'
import { listRunsOf } from './run.data.ts'
import { tokenFor } from './run.links.ts'
import { itemsOf } from './reach.rules.ts'
import type { Answers } from './reading.rules.ts'
import type { ToolDefinition } from './tool.definition.ts'
import { answerWords, inWords } from './tool.words.ts'
import { paths } from './tools.paths.ts'

/** Results and drafts of whoever was signed in, each behind its own link. */
export const myRunsSection: MeSection = async (db, person, network) => {
  const runs = (await listRunsOf(db, person.id)).slice(0, 50)
  if (runs.length === 0) return null
  const language: Language = person.language ?? network.language
  const t = wordsFor(language)
  const shown = runs.map(({ id, definition, savedAt, finishedAt }) => {
    const token = tokenFor(network.secret, id)
    return {
      title: inWords(definition.title, language),
      href: finishedAt ? paths.result(token) : paths.draft(token),
      facts: [formatDay(finishedAt ?? savedAt, network.timeZone, language), finishedAt ? t('Result') : t('Draft')],
    }
  })
  return <MyRuns runs={shown} />
}

function MyRuns({ runs }: { runs: { title: string; href: string; facts: string[] }[] }) {
  const t = useWords()
  return (
    <section id="my-results">
      <Heading>{t('Your results')}</Heading>
      <EntryList>
        {runs.map(({ title, href, facts }) => (
          <Entry key={href} level={3} {...{ title, href, facts }} />
        ))}
      </EntryList>
    </section>
  )
}

/** What this person answered with tools. It goes with them when they are forgotten. */
export const toolData: DataOf = async (db, personId) => ({
  toolResults: (await listRunsOf(db, personId)).map(({ definition, answers, savedAt, finishedAt }) => ({
    tool: definition.title.en,
    answers: answersSaid(definition, answers),
    savedAt,
    finishedAt,
  })),
})

const answersSaid = (tool: ToolDefinition, answers: Answers) =>
  itemsOf(tool).flatMap((item) => {
    const answer = answers[item.key]
    return answer === undefined ? [] : [{ question: item.words.en, answer: answerWords(tool, item, answer, 'en') }]
  })

/**
 * What a person reads beside it.
 * @public
 */
export const toolDataWords = [say('Tools'), say('Tool results'), say('Tool'), say('Answers'), say('Saved at'), say('Finished at')]
