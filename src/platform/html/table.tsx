import type { ComponentChildren } from 'preact'

export type TableProps = {
  caption: string
  head: ComponentChildren[]
  rows: ComponentChildren[][]
  /** Places of the columns that hold numbers, counted from 0. */
  numbers?: number[] | undefined
  /** The caption is heard and not seen: a heading says the same. */
  quietCaption?: boolean | undefined
}

/** A table with its caption, scrolled inside its own frame when the screen is narrow. The first cell of a row names it. */
export function Table({ caption, head, rows, numbers = [], quietCaption }: TableProps) {
  const kind = (place: number) => (numbers.includes(place) ? 'number' : undefined)
  return (
    <div class="table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class={quietCaption ? 'heard' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((words, place) => (
              <th key={place} scope="col" class={kind(place)}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={place} class={kind(place)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
