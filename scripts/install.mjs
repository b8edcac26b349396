import { existsSync, readFileSync } from 'node:fs'
import { Problem, fromRoot, pinnedNode, run, say } from './tools.mjs'

/** Installs what package-lock.json names, where it is not there yet. With `tools`, what only developers need counts too. */
export async function install({ tools = false } = {}) {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Problem(`Guildhall needs Node 20 or newer, and this is ${process.version}: install a newer one.`)
  if (!isInstalled(tools)) await installAll()
  if (!existsSync(pinnedNode)) await installPinnedNode()
}

async function installAll() {
  say('Installing what Guildhall needs. This takes about a minute, the first time only.')
  const code = await npm('ci', '--loglevel=error', '--include=dev')
  if (code !== 0)
    throw new Problem(
      'The install did not finish: mend what npm says above (network, disk space, rights on this folder), then start again.',
    )
}

/** npm keeps a list of what it put into node_modules, and writes it last: an install cut short has none. */
function isInstalled(tools) {
  const list = fromRoot('node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const present = packagesIn(list)
  return Object.entries(packagesIn(fromRoot('package-lock.json'))).every(
    ([path, wanted]) => path === '' || present[path]?.version === wanted.version || (!present[path] && mayBeMissing(wanted, tools)),
  )
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Packages for other machines are optional in the list. */
const mayBeMissing = (wanted, tools) => wanted.optional || wanted.devOptional || (wanted.dev && !tools)

/** Some npm set-ups run no install scripts; that of the package `node` fetches the program itself. */
async function installPinnedNode() {
  await run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: fromRoot('node_modules/node'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (!existsSync(pinnedNode)) {
    throw new Problem(
      'The Node that Guildhall runs on is missing, because npm did not run the install script of the package "node": run npm rebuild node --ignore-scripts=false, then start again.',
    )
  }
}

/** The npm that started us, by the Node that it runs on: a `node` in node_modules is about to be replaced. */
function npm(...options) {
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env
  return cli.endsWith('npm-cli.js') ? run(node, [cli, ...options]) : run('npm', options)
}
