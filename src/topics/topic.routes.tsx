import { emptyForm, type FormState } from '#platform/html'
import { idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { findTopic, listTopicsCounted, removeTopic, saveNewTopic, saveTopicName } from './topic.data.ts'
import { topicForm } from './topic.form.ts'
import { TopicPage, TopicRemovalPage, TopicsPage } from './topic.pages.tsx'
import { paths } from './topics.paths.ts'

/** Where stewards name the topics that people can choose. */
export const topicRoutes = newRoutes()
  .get('/admin/topics', steward, (c) => showAll(c, emptyForm))
  .post('/admin/topics', steward, async (c) => {
    const { values, form } = await readForm(c, topicForm)
    if (!values) return showAll(c, form, 422)
    await saveNewTopic(c.var.db, c.var.network.id, values, c.var.now)
    return c.redirect(paths.topics, 303)
  })
  .get('/admin/topics/:id', steward, async (c) => {
    const { id, name } = await topicAsked(c)
    const values = { name: name.en, nameEs: name.es === name.en ? '' : name.es }
    return c.var.page(<TopicPage id={id} title={name[c.var.language]} form={{ ...emptyForm, values }} />)
  })
  .post('/admin/topics/:id', steward, async (c) => {
    const { id, name } = await topicAsked(c)
    const { values, form } = await readForm(c, topicForm)
    if (!values) return c.var.page(<TopicPage id={id} title={name[c.var.language]} form={form} />, 422)
    await saveTopicName(c.var.db, id, values)
    return c.redirect(paths.topics, 303)
  })
  .get('/admin/topics/:id/removal', steward, async (c) => {
    const { id } = await topicAsked(c)
    const topic = (await listTopicsCounted(c.var.db, c.var.network.id)).find((one) => one.id === id) ?? notFound()
    return c.var.page(<TopicRemovalPage id={id} name={topic.name[c.var.language]} people={topic.people} />)
  })
  .post('/admin/topics/:id/removal', steward, async (c) => {
    await removeTopic(c.var.db, (await topicAsked(c)).id)
    return c.redirect(paths.topics, 303)
  })

async function topicAsked(c: Asked) {
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return (await findTopic(c.var.db, c.var.network.id, id)) ?? notFound()
}

async function showAll(c: Asked, form: FormState, status = 200) {
  return c.var.page(<TopicsPage topics={await listTopicsCounted(c.var.db, c.var.network.id)} form={form} />, status)
}
