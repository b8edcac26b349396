import type { Language, Words } from '#platform/text'
import { itemsOf } from './reach.rules.ts'
import type { Answers } from './reading.rules.ts'
import type { Result } from './result.rules.ts'
import type { ToolDefinition, ToolWords } from './tool.definition.ts'
import { answerWords, figureWords, inWords } from './tool.words.ts'

/** A result as it is printed: headings with lines below them. */
export type SheetPart = { heading: string; lines: string[]; isNumbered?: boolean }
export type Sheet = { language: Language; community: string; title: string; about: string; parts: SheetPart[]; foot: string }

type Run = { tool: ToolDefinition; answers: Answers; result: Result }
type Place = { t: Words; language: Language; community: string; day: string; link: string }

export function sheetOf({ tool, answers, result }: Run, { t, language, community, day, link }: Place): Sheet {
  const said = (words: ToolWords) => inWords(words, language)
  const gates = result.gates.map(({ item, isOpen }) => `${isOpen ? t('Open') : t('Closed')}: ${said(item.words)}`)
  const figures = result.scores.map(({ score, value, band }) =>
    [`${said(score.words)}: ${figureWords({ as: score.as, value }, language)}`, band && said(band.words)].filter(Boolean).join(', '),
  )
  const parts = [
    { heading: result.verdict ? said(result.verdict.words) : '', lines: result.verdict ? [said(result.verdict.say)] : [] },
    { heading: t('Next'), lines: result.nexts.map(({ say }) => said(say)), isNumbered: true },
    { heading: t('Your figures'), lines: figures },
    { heading: t('Your strengths'), lines: result.strengths.map(({ words }) => said(words)) },
    { heading: t('What we see'), lines: result.findings.map(said) },
    { heading: t('Gates'), lines: gates },
    { heading: t('What is left to do'), lines: result.todo.map(({ say, on }) => [on, said(say)].filter(Boolean).join('  ')) },
    { heading: t('To find out'), lines: result.toFindOut.map(({ words }) => said(words)) },
    { heading: t('Your answers'), lines: answerLines(tool, answers, language) },
  ]
  return { language, community, title: said(tool.title), about: day, parts: parts.filter(({ lines }) => lines.length > 0), foot: link }
}

const answerLines = (tool: ToolDefinition, answers: Answers, language: Language): string[] =>
  itemsOf(tool).flatMap((item) => {
    const answer = answers[item.key]
    return answer === undefined ? [] : [`${inWords(item.words, language)} ${answerWords(tool, item, answer, language)}`]
  })
