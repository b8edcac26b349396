import { isFinishedRule, type Definition, type Group, type Join, type Part, type Rule } from './definition.rules.ts'
import { ruleKinds, type RuleKind, type Speaker } from './rule-kinds.rules.ts'

/** A definition in plain words: "People who are in Nebraska or Kansas and have not RSVPed to “Spring call”". */
export function sentenceOf({ root }: Definition, speaker: Speaker): string {
  const { t } = speaker
  return root.parts.length === 0 ? t('Everybody') : t('People who {{rules}}', { rules: groupWords(root, speaker) })
}

const partWords = (part: Part, speaker: Speaker): string =>
  part.kind === 'group' ? `(${groupWords(part, speaker)})` : ruleWords(part, speaker)

function groupWords({ join, parts }: Group, speaker: Speaker): string {
  const { t, language } = speaker
  if (parts.length === 0) return t('… (a group without rules)')
  const type: Record<Join, 'conjunction' | 'disjunction'> = { all: 'conjunction', any: 'disjunction', none: 'disjunction' }
  const words = new Intl.ListFormat(language, { type: type[join] }).format(parts.map((part) => partWords(part, speaker)))
  return join === 'none' ? t('are not those who {{rules}}', { rules: words }) : words
}

function ruleWords(rule: Rule, speaker: Speaker): string {
  const { t } = speaker
  return isFinishedRule(rule) ? saidBy(rule, speaker) : t('… (a rule without its choice)')
}

const saidBy = <Kind extends RuleKind>(rule: Extract<Rule, { kind: Kind }>, speaker: Speaker): string =>
  (ruleKinds[rule.kind] as unknown as { says: (values: Rule, not: boolean, speaker: Speaker) => string }).says(rule, rule.not, speaker)
