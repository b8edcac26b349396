/**
 * Files that people send: pictures, made anew and kept in a folder that all processes share, served at `/files/…`; large files, kept
 * as they came and served in parts by the rooms they belong to.
 * Owns no table; the rooms keep the paths.
 */
export { filesRoutes } from './files.routes.ts'
export { pictureRefusals, savePicture, type PictureRefusal, type SavedPicture } from './picture.ts'
export { readSavedFile } from './store.ts'
export { sharePicture } from './share-picture.ts'
export { answerFile, type LargeFile } from './answer-file.ts'
export {
  beginLarge,
  keepLarge,
  listLargeUntouchedSince,
  placeOfLarge,
  removeLarge,
  sizeOfLarge,
  startOfLarge,
  writeLarge,
} from './large-file.ts'
export { mediaTypeOf, type MediaType } from './media-type.rules.ts'
