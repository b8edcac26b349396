import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A zip of these files, as a program makes it. */
export async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return Uint8Array.from(await buffer(zip.outputStream))
}
