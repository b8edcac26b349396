/** What a browser keeps until the server has it: the form as it would be sent, and the save that it goes on from. */
export type Copy = { body: string; seen: string }

/** Of the form's fields, words alone: a file is sent by the button, and so is what the button does. */
export function bodyOf(fields: Iterable<[string, unknown]>): string {
  const words = [...fields].filter((field): field is [string, string] => typeof field[1] === 'string' && field[0] !== 'act')
  return new URLSearchParams(words).toString()
}

/** Whether the words of the copy are anywhere else: in the page, or behind a save of the writer's own. */
export function isOfUse(copy: Copy | null, page: Copy & { isMine: boolean }): boolean {
  if (!copy || isSame(copy.body, page.body)) return false
  return copy.seen === page.seen || !page.isMine
}

/** When it was saved last is no word of the writer's; browsers send lines in a way of their own. */
const isSame = (one: string, other: string) => worded(one) === worded(other)

function worded(body: string) {
  const fields = [...new URLSearchParams(body)].filter(([name]) => name !== 'seen')
  return JSON.stringify(
    fields
      .map(([name, value]) => [name, value.replaceAll('\r\n', '\n').trim()])
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  )
}

export const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole)
