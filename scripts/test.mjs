import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { install } from './install.mjs'
import { main } from './tools.mjs'

await main(async () => {
  await install({ tools: true })
  await build()
  process.env.CHROME_PATH = await findBrowser()
  await check()
})
