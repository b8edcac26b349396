import { newRoutes } from '#platform/http'
import type { Contributions } from './contributions.ts'
import { exampleRoutes } from './example.routes.tsx'
import { leavingRoutes } from './leaving.routes.tsx'
import { meRoutes } from './me.routes.tsx'
import { myDataRoutes } from './my-data.routes.tsx'
import { profileRoutes } from './profile.routes.tsx'
import { roleRoutes } from './role.routes.tsx'

/** People's own pages, with what the other rooms add to them. */
export const peopleRoutes = ({ meSections, dataOf, erasers }: Contributions) =>
  newRoutes()
    .route('/', meRoutes(meSections))
    .route('/', profileRoutes)
    .route('/', myDataRoutes(dataOf))
    .route('/', leavingRoutes(erasers))
    .route('/', roleRoutes)
    .route('/', exampleRoutes(erasers))
