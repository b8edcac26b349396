import { expect, test } from 'vitest'
import { newKeeper, type Copy } from './keeper.ts'

const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
const page = { html: 'hello', headers: { etag: '"1"' }, copies: new Map<string, Copy>() }

function listening() {
  const keeper = newKeeper()
  keeper.listen(true)
  return keeper
}

test('a page is kept until a table it was made from changes, or the network does', () => {
  for (const table of ['event', 'network']) {
    const keeper = listening()
    keeper.keepPage('/events', page, { tables: ['event'] }, keeper.moment())
    keeper.forget('tip')
    expect(keeper.findPage('/events', now)?.html).toBe('hello')
    keeper.forget(table)
    expect(keeper.findPage('/events', now)).toBeUndefined()
  }
})

test('a page made from what was read before a change is not kept after it', () => {
  const keeper = listening()
  const since = keeper.moment()
  keeper.forget('event')
  keeper.keepPage('/events', page, { tables: ['event'] }, since)
  expect(keeper.findPage('/events', now)).toBeUndefined()
})

test('a page is not kept past the moment at which what it shows changes by the clock', () => {
  const keeper = listening()
  keeper.keepPage('/events', page, { tables: [], until: now.add({ minutes: 1 }) }, keeper.moment())
  expect(keeper.findPage('/events', now)).toBeDefined()
  expect(keeper.findPage('/events', now.add({ minutes: 1 }))).toBeUndefined()
})

test('nothing is kept while changes cannot be heard, nor what was read during that time', () => {
  const keeper = newKeeper()
  const since = keeper.moment()
  keeper.keepPage('/events', page, { tables: [] }, since)
  keeper.listen(true)
  keeper.keepPage('/tips', page, { tables: [] }, since)
  expect([keeper.findPage('/events', now), keeper.findPage('/tips', now)]).toEqual([undefined, undefined])
})

test('values are loaded once until their table changes, and a failed load is tried again', async () => {
  const keeper = listening()
  let loads = 0
  const load = () => Promise.resolve(++loads)
  const network = { keep: { tables: ['network'] }, now }
  expect([await keeper.value('network', network, load), await keeper.value('network', network, load)]).toEqual([1, 1])
  keeper.forget('network')
  expect(await keeper.value('network', network, load)).toBe(2)
  await expect(keeper.value('other', { keep: { tables: [] }, now }, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await keeper.value('other', { keep: { tables: [] }, now }, load)).toBe(3)
})

test('a value is loaded again once its moment has come, and nobody is given one that was read before a change', async () => {
  const keeper = listening()
  let loads = 0
  const figures = (at: Temporal.Instant) =>
    keeper.value('figures', { keep: { tables: ['person'], until: at.add({ minutes: 10 }) }, now: at }, () => Promise.resolve(++loads))
  expect([await figures(now), await figures(now.add({ minutes: 9 })), await figures(now.add({ minutes: 10 }))]).toEqual([1, 1, 2])

  const slow = keeper.value('slow', { keep: { tables: ['person'] }, now }, () => new Promise((resolve) => setTimeout(resolve, 5, 'old')))
  keeper.forget('person')
  expect(await keeper.value('slow', { keep: { tables: ['person'] }, now }, () => Promise.resolve('new'))).toBe('new')
  expect(await slow).toBe('old')
})
