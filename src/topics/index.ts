/**
 * Topics: what people can say they care about. Stewards name them; everybody ticks their own where they choose what they get.
 * Who cares about what stands in one row each, for whoever writes to some and not to all.
 * The same topics are the subjects, beside the toolkit's steps, under which tips, webinars and answers stand.
 * Readers say of tips and steps whether they helped. Owns the tables `topic`, `topic_interest`, `filing`, `verdict`.
 */
export type { TopicsTables } from './topics.tables.ts'
export { topicRoutes } from './topic.routes.tsx'
export { TopicChoices } from './topic.pages.tsx'
export { chooseTopics, topicData } from './topic.actions.ts'
export { listInterests, listTopics } from './topic.data.ts'
export { filingRoutes, narrowingAsked } from './filing.routes.tsx'
export { everything, relatedTables, type Filed, type Narrowing } from './filing.rules.ts'
export { countFiled, findFiled, listStepNames, standsUnder, type Counted } from './filing.data.ts'
export { filedFacts, NarrowingFields, RelatedList } from './filing.pages.tsx'
export { listRelated, listUnderStep } from './related.ts'
export type { Related } from './related.rules.ts'
export { verdictRoutes } from './verdict.routes.tsx'
export { verdictsDesk } from './verdict.desk.ts'
export { DidThisHelp } from './verdict.pages.tsx'
export { seedFiling } from './filing.seed.ts'
export { paths as topicPaths } from './topics.paths.ts'
