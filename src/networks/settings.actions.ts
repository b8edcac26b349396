import type { Db } from '#database'
import { savePicture, type PictureRefusal } from '#platform/files'
import { saveSettings } from './network.data.ts'
import type { SettingsInput } from './settings.form.ts'

/** Saves how the community names itself, looks and is reached; the logo is made anew, at most 400 pixels wide. */
export async function changeSettings(
  db: Db,
  network: { id: string; logo: string | null },
  input: SettingsInput,
  dataDir: string,
): Promise<'saved' | { refused: PictureRefusal }> {
  const { logo: sent, removeLogo, ...settings } = input
  const picture = sent ? await savePicture(dataDir, new Uint8Array(await sent.arrayBuffer()), { maxWidth: 400, maxHeight: 400 }) : null
  if (picture && 'refused' in picture) return picture
  const kept = removeLogo ? null : network.logo
  await saveSettings(db, network.id, { ...settings, logo: picture?.path ?? kept })
  return 'saved'
}
