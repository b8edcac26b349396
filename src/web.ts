import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type pg from 'pg'
import type { Config } from '#config'
import { addressOf, type Db } from '#database'
import { StartupProblem } from '#problem'
import { answerKeptPages, listenToChanges, newKeeper, type Log } from '#platform/http'
import { newCommunitySite } from './site.ts'

export type Running = {
  config: Config
  pool: pg.Pool
  db: Db
  log: Log
  /** No other process can be working on this database. */
  isAlone: boolean
}

type Serving = Omit<Running, 'pool' | 'isAlone'>

/** Answers requests; stopping lets those under way finish first. */
export async function startWeb({ config, db, log }: Serving) {
  const keeper = newKeeper()
  const changes = listenToChanges(addressOf(config.databaseUrl ?? ''), keeper)
  const site = newCommunitySite({ db, config, log, keeper, now: Temporal.Now.instant, caughtUp: changes.caughtUp })
  const fromKept = answerKeptPages(keeper, Temporal.Now.instant)
  const anew = getRequestListener((request, env) => site.fetch(request, env))
  const server = createServer(
    { keepAliveTimeout: 65_000, requestTimeout: 120_000 },
    (request, response) => fromKept(request, response) || void anew(request, response),
  )
  try {
    await listen(server, config)
  } catch (error) {
    await changes.stop()
    throw error
  }
  return async () => {
    keeper.end()
    await close(server)
    await changes.stop()
  }
}

const longestGoodbye = 20_000

/** Takes no new request; a connection goes as soon as its answer is out, and at the latest after 20 seconds. */
async function close(server: Server) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), longestGoodbye)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

const listen = (server: Server, { port, host }: Config) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, port, host)))
    server.listen(port, host, resolve)
  })

function problemOf(error: NodeJS.ErrnoException, port: number, host: string) {
  if (error.code === 'EADDRINUSE')
    return new StartupProblem(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`)
  if (error.code === 'EACCES')
    return new StartupProblem(`Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartupProblem(`The setting HOST is ${host}, which is no address of this machine. Try HOST=127.0.0.1 or HOST=0.0.0.0.`)
  return error
}
