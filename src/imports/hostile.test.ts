import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findList } from '#mailing'
import { findPersonByEmail } from '#people'
import { bringFile, countedIn, idOfImport, lookAt, takeIn, useCommunity, zipOf, type Browser } from '#test'
import { agreeToTake, beginImport, describeImport } from './begin.actions.ts'
import { checkImport } from './check.actions.ts'
import { takeImport } from './take.actions.ts'

const community = useCommunity()
const people = 'email\ndana@example.org\n'

const ada = async (): Promise<Browser> => community.as(await community.person('Ada'))

/** The same zip with a name in it changed for another of the same length, as a hostile program would write it. */
const renamed = (zip: Uint8Array, from: string, to: string) =>
  Uint8Array.from(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'))

/** Sets two bytes of every entry in the zip's list. */
function withEntryBytes(zip: Uint8Array, offset: number, bytes: number[]) {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) copy.set(bytes, at + offset)
  return Uint8Array.from(copy)
}

test.each<[string, () => Promise<Uint8Array<ArrayBuffer>>, string]>([
  [
    'a name that climbs out',
    async () => renamed(await zipOf({ 'aaaaaaa.csv': people }), 'aaaaaaa', '../../x'),
    'names that lead elsewhere',
  ],
  ['an absolute name', async () => renamed(await zipOf({ 'aaaaaaa.csv': people }), 'aaaaaaa', '/etc/xx'), 'names that lead elsewhere'],
  ['a Windows path', async () => renamed(await zipOf({ 'aaaaaaa.csv': people }), 'aaaaaaa', 'C:\\xxxx'), 'names that lead elsewhere'],
  ['a link', async () => withEntryBytes(await zipOf({ 'a.csv': '/etc/passwd' }), 40, [0xff, 0xa1]), 'names that lead elsewhere'],
  ['a password', async () => withEntryBytes(await zipOf({ 'a.csv': people }), 8, [0x01, 0x08]), 'has a password'],
  ['a zip in it', async () => zipOf({ 'a.csv': people, 'b.zip': await zipOf({ 'c.csv': people }) }), 'a zip inside this zip'],
  ['too many files', () => zipOf(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.csv`, people]))), 'more than 200 files'],
  ['nothing of use', () => zipOf({ 'a.exe': 'MZ' }), 'no CSV and no vCard'],
  ['an Excel file', () => zipOf({ '[Content_Types].xml': '<x/>', 'xl/sheet.xml': '<x/>' }), 'This is an Excel file'],
  ['a broken end', async () => (await zipOf({ 'a.csv': people })).slice(0, 60), 'This zip is broken'],
  [
    'a size that is a lie',
    async () => withEntryBytes(await zipOf({ 'a.csv': 'x'.repeat(100_000) }), 24, [0x05, 0, 0, 0]),
    'This zip is broken',
  ],
  [
    'a size beyond measure',
    async () => withEntryBytes(await zipOf({ 'a.csv': people }), 24, [0, 0, 0, 0x7f]),
    'Unpacked, this zip is larger',
  ],
])('a zip with %s is refused with a sentence that says what to do', async (_name, make, sentence) => {
  expect(await bringFile(await ada(), await make(), 'people.zip')).toContain(sentence)
})

test.each<[string, Uint8Array<ArrayBuffer> | string, string]>([
  ['nothing', '', 'There is nothing in this file.'],
  ['only empty lines', '\n\n ,\n', 'There is nothing in this file.'],
  ['an old Excel file', Uint8Array.from(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'This is an Excel file'],
  ['a PDF', '%PDF-1.7 …', 'This is no file we can read'],
  ['bytes', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 11), 'This is no file we can read'],
  ['too many columns', `email,${'x,'.repeat(600)}\ndana@example.org\n`, 'more than 500 columns'],
])('a file that holds %s is refused with a sentence', async (_name, content, sentence) => {
  expect(await bringFile(await ada(), content)).toContain(sentence)
})

test('a file of 13 megabytes is taken, which no other form allows; one larger than 64 is refused', async () => {
  const browser = await ada()
  const page = await bringFile(browser, `email,note\ndana@example.org,x\n${`,${'y'.repeat(9_000)}\n`.repeat(1_450)}`)
  expect(page).toContain('What is in this file?')

  await browser.post(`/admin/imports/${idOfImport(page)}/removal`)
  expect(await bringFile(browser, new Uint8Array(64 * 1024 * 1024 + 1).fill(97))).toContain('This file is larger than 64 MB')
}, 120_000)

test('zero bytes, halves of letters, directions and emoji in a table do no harm', async () => {
  const browser = await ada()
  const page = await lookAt(
    community,
    browser,
    'email,first name\ndana@example.org,"D\u0000a\u202Ena 🌾"\r\neli@example.org,\uD800Eli\rfay@example.org,Fay\u0007\n',
  )
  expect(countedIn(page, 'New to us')).toBe('3')
  await takeIn(community, browser, page)

  expect((await findPersonByEmail(community.db, 'dana@example.org'))?.firstName).toBe('Dana 🌾')
  expect((await findPersonByEmail(community.db, 'fay@example.org'))?.firstName).toBe('Fay')
})

test('a hostile file name is only text', async () => {
  const browser = await ada()
  const page = await lookAt(community, browser, people, { name: '../../<img src=x onerror=alert(1)>\r\nX: y.csv' })

  expect(page).not.toContain('<img src=x')
  expect(page).not.toContain('../..')
})

test('a form without a file, with another kind of body or with none says what is missing', async () => {
  const browser = await ada()
  expect(await browser.post('/admin/imports', { file: 'words' })).toContain('Choose a file.')
  const { status } = await browser.request('POST', '/admin/imports', {
    body: 'nonsense',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(status).toBe(422)
  expect((await browser.request('POST', '/admin/imports')).status).toBe(422)
})

test('a file that is refused leaves nothing on the disk, and one that is taken goes once its people are in', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'guildhall-imports-'))
  const by = { network: community.network, dataDir, personId: null }
  const request = (content: string) => {
    const body = new FormData()
    body.append('file', new File([content], 'people.csv'))
    return new Request('https://community.example.org/admin/imports', { method: 'POST', body })
  }
  expect(await beginImport(community.db, by, request('%PDF-1.7'), community.now())).toEqual({ refused: 'not-a-table' })
  expect(await readdir(join(dataDir, 'imports'))).toEqual([])

  const listId = (await findList(community.db, community.network.id, 'monthly-update'))?.id ?? ''
  const begun = await beginImport(community.db, by, request(people), community.now())
  const id = 'id' in begun ? begun.id : ''
  expect(await readdir(join(dataDir, 'imports'))).toEqual([id])
  const said = { columns: { email: 'email' }, listId, origin: 'A list', wording: 'Yes.' }
  await describeImport(community.db, id, said, community.now())
  await checkImport(community.db, { dataDir }, id, community.now())
  await agreeToTake(community.db, id, community.now())
  await takeImport(community.db, { dataDir }, id, community.now())
  expect(await readdir(join(dataDir, 'imports'))).toEqual([])
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toBeDefined()
  await rm(dataDir, { recursive: true })
})
