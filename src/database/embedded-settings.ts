import type { Place } from './embedded-place.ts'

/** Small: all of Guildhall, PostgreSQL included, is to stay below 300 MB. Whoever needs more runs a server of their own. */
const small = {
  max_connections: '60',
  shared_buffers: '48MB',
  effective_cache_size: '512MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '48MB',
  autovacuum_max_workers: '2',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  jit: 'off',
}

/** What people write stays out of the log: no statements, no values, and errors are the program's own to tell. */
const quiet = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' }

/** Given at each start rather than kept in the cluster, so that a newer Guildhall brings newer settings. */
export function settingsFor(place: Place, throwaway: boolean): string[] {
  const settings = {
    ...small,
    ...quiet,
    ...(throwaway ? forgetful : durable),
    listen_addresses: '',
    unix_socket_directories: `"${place.socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: '5432',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
