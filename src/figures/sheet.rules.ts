/** A cell without a figure holds one too small to be shown. */
export type Cell = string | number | null

/** A table as it stands on a page and in its file alike: the first column names the row. */
export type Sheet = { head: string[]; rows: Cell[][] }

/** The columns of figures, counted from 0. */
export const numbersOf = ({ head }: Sheet): number[] => head.flatMap((_, place) => (place === 0 ? [] : [place]))
