/**
 * Networks: the community itself, later its states; name, look, contact, and the secret that signs links.
 * Every owned thing carries the id of its network.
 * Owns the table `network`.
 */
export type { NetworksTables } from './networks.tables.ts'
export { createRootNetwork, findRootNetwork } from './network.data.ts'
export { settingsRoutes } from './settings.routes.tsx'
export { paths as networkPaths } from './networks.paths.ts'
export { settingsDesk } from './settings.desk.ts'
