/** One thing to do at a step: its first words, and what else is said of it. */
export type Doing = { number: number; lead: string; more: string }

const most = 99

/** What to do at a step, in order: its first numbered list. */
export function doingsOf(body: string): Doing[] {
  const items: string[] = []
  let isOver = false
  for (const line of body.replaceAll(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1.*$/gm, '').split(/\r?\n/)) {
    const item = /^\d{1,9}[.)] +(\S.*)$/.exec(line)?.[1]
    if (isOver || (items.length === 0 && !item)) continue
    if (item) items.push(item)
    else if (/^\s+\S/.test(line)) items.push(`${items.pop()} ${line.trim()}`)
    else isOver = line.trim() !== ''
  }
  return items.slice(0, most).map((item, at) => ({ number: at + 1, ...parted(item) }))
}

/** The first words are those in bold, or the first sentence. */
function parted(item: string): Pick<Doing, 'lead' | 'more'> {
  const [, bold, after] = /^\*\*(.+?)\*\*\s*(.*)$/.exec(item) ?? []
  const [, sentence, rest] = /^(.+?[.!?])\s+(.*)$/.exec(item) ?? []
  return { lead: plain(bold ?? sentence ?? item), more: plain(after ?? rest ?? '') }
}

const plain = (text: string) =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .trim()

/** What comes next: the first that is not done; undefined when all of it is. */
export const nextDoing = (doings: Doing[], done: number[]): Doing | undefined => doings.find(({ number }) => !done.includes(number))

/**
 * Where what was done stands now that stewards changed the list: at the same words, or where it was when only its words changed; a thing
 * that is there no more is not done any more.
 */
export function movedDoings(before: Doing[], after: Doing[]): Map<number, number> {
  const numberOf = (lead: string) => after.find((doing) => doing.lead === lead)?.number
  const moved = new Map(before.flatMap(({ number, lead }) => [[number, numberOf(lead)] as const]).filter(isFound))
  const taken = new Set(moved.values())
  for (const { number } of before)
    if (!moved.has(number) && number <= after.length && before.length === after.length && !taken.has(number)) moved.set(number, number)
  return moved
}

const isFound = (pair: readonly [number, number | undefined]): pair is [number, number] => pair[1] !== undefined
