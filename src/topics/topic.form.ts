import { z } from 'zod'
import { lineInput, requiredLineInput } from '#platform/http'
import type { TopicName } from './topics.tables.ts'

/** A topic's name. Without a Spanish one, readers of Spanish get the English one. */
export const topicForm = z
  .object({ name: requiredLineInput(60), nameEs: lineInput(60) })
  .transform(({ name, nameEs }): TopicName => ({ en: name, es: nameEs || name }))
