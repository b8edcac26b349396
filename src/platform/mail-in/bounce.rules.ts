/** What a report says of one recipient. */
export type Report = { action: string; status: string; diagnostic: string }

export type Reported = { contentType: string; reportType: string; text: string }

/**
 * The recipients that a delivery report speaks of (RFC 3464); none when the mail is no such report. `text` holds the report's
 * words and its fields one after the other: the fields begin with the name of the reporting server, which is required.
 */
export function reportsIn({ contentType, reportType, text }: Reported): Report[] {
  if (contentType.toLowerCase() !== 'multipart/report' || reportType.toLowerCase() !== 'delivery-status') return []
  const begin = text.search(/^reporting-mta:/im)
  if (begin < 0) return []
  const groups = text
    .slice(begin)
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n\s*\n/)
  return groups.map(fieldsOf).flatMap((fields) => (fields.has('final-recipient') ? [reportOf(fields)] : []))
}

function fieldsOf(group: string): Map<string, string> {
  const lines = group.split('\n').flatMap((line) => {
    const [, name, value] = /^([a-z-]+):(.*)$/i.exec(line) ?? []
    return name && value !== undefined ? [[name.toLowerCase(), value.trim()] as const] : []
  })
  return new Map(lines)
}

function reportOf(fields: Map<string, string>): Report {
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? ''
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '')
  return { action: (fields.get('action') ?? '').toLowerCase(), status, diagnostic }
}

/** The report of an address that takes no mail for good: a failure with a status of class 5 (RFC 3463). */
export const findHardBounce = (reports: Report[]): Report | undefined =>
  reports.find(({ action, status }) => action === 'failed' && status.startsWith('5.'))
