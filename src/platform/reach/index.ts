/**
 * Other people's sites, asked for from this server: only public ones, briefly, and with nothing of ours.
 * Owns no table.
 */
export { reach, type Reached } from './reach.ts'
