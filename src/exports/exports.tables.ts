/** Who took what along, and when. */
export type ExportTable = {
  id: string
  networkId: string
  /** Null: whoever runs the server, or someone forgotten since. */
  personId: string | null
  what: ExportKind
  /** The list, where only its people were taken. */
  listId: string | null
  exportedAt: Temporal.Instant
}

export type ExportKind = 'people-csv' | 'people-vcard' | 'everything'

export type ExportsTables = { export: ExportTable }
