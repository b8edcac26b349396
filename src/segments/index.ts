/**
 * Segments: parts of the people, told by rules that stewards put together, name and use again; never by SQL text.
 * An edition goes to those readers of its list that its segment is true of when the sending begins.
 * Owns the tables `segment`, and `segment_person` and `segment_list`, which triggers keep so that a million are counted quickly.
 */
export type { SegmentsTables } from './segments.tables.ts'
export { segmentRoutes } from './segment.routes.tsx'
export { segmentsDesk } from './segments.desk.ts'
export { countReadersIn, peopleOf } from './count.data.ts'
export { isFinished } from './definition.rules.ts'
export { segmentSentence } from './segment.actions.ts'
export { findSegment, listSegments, lockSegment, type Segment } from './segment.data.ts'
