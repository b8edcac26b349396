import type pg from 'pg'

const mostPlans = 400

/**
 * Lets each connection of the pool keep the plan of a statement it meets again: planning costs more than running most of
 * ours. Only so many, and only what comes a second time, so that statements of ever new shape leave nothing behind.
 */
export function keepPlans(pool: pg.Pool): void {
  const plans = newPlans()
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const planned = (text: unknown, values?: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? plans.nameFor(text) : undefined
      return name ? plans.watch(query({ name, text, values }, ...rest)) : query(text, values, ...rest)
    }
    client.query = planned as typeof client.query
  })
}

function newPlans() {
  const names = new Map<string, string>()
  let made = 0
  const nameFor = (sql: string): string | undefined => {
    const name = names.get(sql)
    if (name === undefined && names.size < mostPlans) names.set(sql, '')
    else if (name === '') names.set(sql, `plan_${++made}`)
    return name === '' ? names.get(sql) : name
  }
  /** When a migration has changed a table beneath its plans, all are made anew under other names. */
  const watch = (answer: Promise<unknown>) =>
    answer.catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('cached plan must not change result type')) names.clear()
      throw error
    })
  return { nameFor, watch }
}
