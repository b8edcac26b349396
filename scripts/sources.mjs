import { existsSync, readdirSync } from 'node:fs'
import { Problem, fromRoot } from './tools.mjs'

/** Runs esbuild without writing; a mistake in a source is told by esbuild itself, with its place. */
export async function bundled(bundle, options) {
  try {
    const { outputFiles } = await bundle({
      bundle: true,
      write: false,
      format: 'esm',
      absWorkingDir: fromRoot(),
      logLevel: 'error',
      ...options,
    })
    return outputFiles
  } catch (error) {
    throw error.errors ? new Problem('The build failed: mend the mistake shown above.') : error
  }
}

/** All files below a folder, from the root on; not the tests, which no build holds. */
export function filesIn(folder) {
  if (!existsSync(fromRoot(folder))) return []
  return readdirSync(fromRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : isTest(path) ? [] : [path]
  })
}

const isTest = (path) => /\.test\.tsx?$/.test(path)
