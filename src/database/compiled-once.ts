import { CompiledQuery } from 'kysely'
import type { Db } from './connect.ts'

/** Stands in a query for a value that is given when it runs. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that is built and compiled once and run with many values, for those that every page makes. Its shape must not
 * depend on the values, which it only passes on.
 */
export function compiledOnce<Values extends Record<string, unknown>, Row>(
  names: (keyof Values & string)[],
  build: (db: Db, values: Values) => { compile: () => CompiledQuery<Row> },
): (db: Db, values: Values) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined
  return async (db, values) => {
    compiled ??= build(db, Object.fromEntries(names.map((name) => [name, new Place(name)])) as Values).compile()
    const parameters = compiled.parameters.map((value) => (value instanceof Place ? values[value.name] : value))
    return (await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, parameters))).rows
  }
}
