import { build } from './build.mjs'
import { install } from './install.mjs'
import { main } from './tools.mjs'

await main(async () => {
  await install()
  await build()
})
