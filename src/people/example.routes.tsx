import { newRoutes, notFound, owner } from '#platform/http'
import type { Eraser } from './contributions.ts'
import { removeExamples } from './example.actions.ts'
import { countExamples } from './example.data.ts'
import { ExamplesPage } from './example.pages.tsx'
import { paths } from './people.paths.ts'

export const exampleRoutes = (erasers: Eraser[]) =>
  newRoutes()
    .get(paths.examplesRemoval, owner, async (c) => {
      const count = await countExamples(c.var.db)
      return count === 0 ? notFound() : c.var.page(<ExamplesPage count={count} />)
    })
    .post(paths.examplesRemoval, owner, async (c) => {
      await removeExamples(c.var.db, erasers, c.var.now)
      return c.redirect('/admin', 303)
    })
