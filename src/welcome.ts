import type { Running } from './web.ts'

/** What whoever typed `npm start` sees once pages can be opened. */
export function welcome({ config }: Running, { moved }: { isNew: boolean; moved: boolean }) {
  const lines = [
    `  Guildhall is open at  ${config.baseUrl}`,
    `  Its data is in        ${config.dataDir}${moved ? '  (the folder asked for cannot be reached by the database’s user)' : ''}`,
  ]
  process.stdout.write(`\n${lines.join('\n')}\n\n  Stop it with Ctrl-C.\n\n`)
}
