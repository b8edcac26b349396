import type { Db } from '#database'

export type SentMail = {
  subject: string
  /** The words as HTML, without the layout around them. */
  body: string
  /** The addresses that links in it lead to. */
  links: string[]
  calendar: string | null
  headers: Record<string, string>
}

/** What was queued for this address, oldest first. */
export async function mailsTo(db: Db, email: string): Promise<SentMail[]> {
  const rows = await db.selectFrom('mail').selectAll().where('toAddress', '=', email).orderBy('queuedAt').orderBy('id').execute()
  return rows.map(({ subject, body, extras }) => ({
    subject: subject ?? '',
    body: body ?? '',
    links: [...(body ?? '').matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
    calendar: extras.calendar?.text ?? null,
    headers: extras.headers ?? {},
  }))
}
