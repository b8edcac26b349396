import { codeWords } from './round.code.ts'

const root = '/rounds'

export const paths = {
  /** Where somebody opens a round of a tool. */
  open: (tool: string) => `/tools/${tool}/rounds/new`,
  rounds: (tool: string) => `/tools/${tool}/rounds`,
  round: (code: string) => `${root}/${codeWords(code)}`,
  /** The same phone's own answer, where cookies are not kept. */
  answered: (code: string, phone: string) => `${root}/${codeWords(code)}?phone=${phone}`,
  stream: (code: string) => `${root}/${codeWords(code)}/stream`,
  host: (token: string) => `${root}/host/${token}`,
  reveal: (token: string) => `${root}/host/${token}/reveal`,
  table: (token: string) => `${root}/host/${token}/round.csv`,
}
