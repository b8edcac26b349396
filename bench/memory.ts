import autocannon from 'autocannon'
import type { Figure } from './figures.ts'
import { memoryOf, startProgram } from './program.ts'

/** Memory of the program at rest, of everything together, and whether it grows over 100,000 requests. */
export async function benchMemory(): Promise<Figure[]> {
  const program = await startProgram({ env: { MAIL_IN_PORT: '21399' } })
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const [alone, together] = [memoryOf(program.pid, false), memoryOf(program.pid, true)]
  await ask(program.url, 60_000)
  const warm = memoryOf(program.pid, false)
  await ask(program.url, 100_000)
  const after = memoryOf(program.pid, false)
  await program.stop()
  return [
    { figure: 'web process, idle (worker and mail-in inside)', ours: alone, unit: 'MB', bar: '<= 150 MB', isMet: alone <= 150 },
    { figure: 'everything together, with PostgreSQL', ours: together, unit: 'MB', bar: '<= 300 MB', isMet: together <= 300 },
    {
      figure: 'after 100,000 requests, over what 60,000 had warmed',
      ours: after,
      unit: 'MB',
      yardstick: warm,
      bar: 'flat (<= 1.1 x)',
      isMet: after <= warm * 1.1,
    },
  ]
}

const ask = (url: string, amount: number) =>
  autocannon({
    url,
    amount,
    connections: 20,
    requests: [{ path: '/' }, { path: '/events' }, { path: '/tips' }, { path: '/join' }, { path: '/sign-in?x=1' }],
  })
