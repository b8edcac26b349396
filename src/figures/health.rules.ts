import type { Common, Stopped } from './health.data.ts'

export type Health = {
  on: number
  getsMail: number
  active: number
  /** Wishes that no address has confirmed yet. */
  asked: number
  joined: number
  left: number
  stopped: Stopped[]
  stoppedNow: Common[]
  often: Common[]
  languages: Common[]
  states: Common[]
}

export type Counted = { traits: Common[]; stopped: Stopped[]; steps: { joined: number; left: number }; asked: number }

export function healthOf({ traits, stopped, steps, asked }: Counted): Health {
  const of = (trait: Common['trait']) => traits.filter((one) => one.trait === trait)
  const all = of('all')[0]
  const isStopped = ({ value }: Common) => value !== ''
  const stoppedNow = of('stopped').filter(isStopped)
  const on = all?.count ?? 0
  return {
    on,
    getsMail: on - stoppedNow.reduce((sum, { count }) => sum + count, 0),
    active: all?.active ?? 0,
    asked,
    ...steps,
    stopped,
    stoppedNow,
    often: of('often'),
    languages: of('language'),
    states: of('state'),
  }
}
