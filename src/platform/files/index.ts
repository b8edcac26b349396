/**
 * Files that people send: pictures, made anew and kept in a folder that all processes share, served at `/files/…`.
 * Owns no table; the rooms keep the paths.
 */
export { filesRoutes } from './files.routes.ts'
export { pictureRefusals, savePicture, type PictureRefusal, type SavedPicture } from './picture.ts'
export { readSavedFile } from './store.ts'
export { sharePicture } from './share-picture.ts'
