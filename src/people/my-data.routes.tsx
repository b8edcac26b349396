import { newRoutes, signedIn } from '#platform/http'
import type { DataOf } from './contributions.ts'
import { gatherData } from './my-data.actions.ts'
import { MyDataPage } from './my-data.pages.tsx'
import { paths } from './people.paths.ts'

export const myDataRoutes = (dataOf: Record<string, DataOf>) =>
  newRoutes()
    .get(paths.data, signedIn, async (c) => {
      const { db, person, network } = c.var
      return c.var.page(<MyDataPage data={await gatherData(db, dataOf, person.id)} timeZone={person.timeZone ?? network.timeZone} />)
    })
    .get(paths.dataFile, signedIn, async (c) => {
      const data = {
        of: c.var.person.email,
        from: c.var.network.name,
        on: c.var.now,
        ...(await gatherData(c.var.db, dataOf, c.var.person.id)),
      }
      const headers = {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="my-data.json"',
        'cache-control': 'no-store',
      }
      return c.body(JSON.stringify(data, null, 2), 200, headers)
    })
