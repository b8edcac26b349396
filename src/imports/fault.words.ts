import type { Words } from '#platform/text'
import type { FileRefusal } from './found.ts'
import type { RowFault } from './row.rules.ts'

/** Why a row was not taken. */
export const faultWords = (t: Words): Record<RowFault, string> => ({
  'no-address': t('There is no e-mail address in this row.'),
  'not-an-address': t('This is no e-mail address.'),
  'too-long': t('A name, an organization or a role is too long.'),
  'cell-too-long': t('A cell is longer than 10,000 characters.'),
  'too-many-columns': t('This row has more than 500 columns.'),
  'quote-not-closed': t('Something opens here and never closes, so nothing after it could be read. Mend this line.'),
})

/** Why a file was not taken, and what to do about it. */
export const refusalWords = (t: Words): Record<FileRefusal, string> => ({
  'no-file': t('Choose a file.'),
  'too-large': t('This file is larger than 64 MB. Split it, or put it into a zip.'),
  'unpacks-too-large': t('Unpacked, this zip is larger than 640 MB. Split it into several.'),
  'not-a-table': t('This is no file we can read. Choose a CSV, a vCard or the zip that Mailchimp gives you.'),
  spreadsheet: t('This is an Excel file. Open it, choose “Save as” and “CSV UTF-8”, and bring that file.'),
  empty: t('There is nothing in this file.'),
  'too-many-columns': t('This file has more than 500 columns. Keep those you need and bring it again.'),
  'no-address-column': t('No column of this file holds e-mail addresses.'),
  'zip-broken': t('This zip is broken. Export it again, or unpack it and bring the CSV in it.'),
  'zip-encrypted': t('This zip has a password. Unpack it and bring the CSV in it.'),
  'zip-odd-names': t('This zip holds links or names that lead elsewhere. Unpack it and bring the CSV in it.'),
  'zip-nested': t('There is a zip inside this zip. Unpack it and bring what is in it.'),
  'zip-too-many': t('This zip holds more than 200 files. Bring only the CSV.'),
  'zip-without-table': t('There is no CSV and no vCard in this zip.'),
})
