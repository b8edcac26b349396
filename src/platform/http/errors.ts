import { HTTPException } from 'hono/http-exception'

/** What is not there, or not there for this person. Becomes the page with number 404. */
export function notFound(): never {
  throw new HTTPException(404)
}

/** Server codes of PostgreSQL that mean: it is starting, stopping or out of connections. */
const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03', '53300', '08000', '08003', '08006'])
const goneInMidTalk = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** The number of the page an error becomes: its own, 503 while the database is away, else 500. */
export function statusOf(error: Error): number {
  if (error instanceof HTTPException) return error.status
  const code = 'code' in error ? String(error.code) : ''
  return away.has(code) || goneInMidTalk.test(error.message) ? 503 : 500
}
