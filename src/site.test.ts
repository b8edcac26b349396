import { expect, test } from 'vitest'
import { newKeeper, newLog, listRoutes } from '#platform/http'
import { testConfig, useCommunity } from '#test'
import { newCommunitySite } from './site.ts'

const community = useCommunity()

test('every URL and who may open it are as the kept list says', async () => {
  const site = newCommunitySite({ db: community.db, config: testConfig, log: newLog(testConfig), keeper: newKeeper(), now: community.now })

  const lines = listRoutes(site).map(({ method, path, guard }) => `${guard.padEnd(8)} ${method.padEnd(4)} ${path}`)

  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('routes.txt')
})
