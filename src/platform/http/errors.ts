import { HTTPException } from 'hono/http-exception'

/** What is not there, or not there for this person. Becomes the page with number 404. */
export function notFound(): never {
  throw new HTTPException(404)
}

/** What this person may not do, though they may know of it. Becomes the page with number 403. */
export function notAllowed(): never {
  throw new HTTPException(403)
}
