/**
 * Topics: what people can say they care about. Stewards name them; everybody ticks their own where they choose what they get.
 * Who cares about what stands in one row each, for whoever writes to some and not to all.
 * Owns the tables `topic`, `topic_interest`.
 */
export type { TopicsTables } from './topics.tables.ts'
export { topicRoutes } from './topic.routes.tsx'
export { TopicChoices } from './topic.pages.tsx'
export { chooseTopics, topicData } from './topic.actions.ts'
export { listInterests, listTopics } from './topic.data.ts'
