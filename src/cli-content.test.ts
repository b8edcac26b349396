import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seedSteps } from '#steps'
import { useCommunity } from '#test'
import { seedTips } from '#toolkit'
import { runContent } from './cli-content.ts'

const community = useCommunity()
let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'guildhall-content-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const run = async (...words: string[]) => {
  const lines: string[] = []
  await runContent(community.db, words, (line) => lines.push(line))
  return lines.map((line) => line.replaceAll(/ +/g, ' '))
}
const filesIn = (path: string) =>
  Object.fromEntries(
    ['steps', 'tips'].flatMap((name) =>
      readdirSync(join(path, name)).map((file) => [`${name}/${file}`, readFileSync(join(path, name, file), 'utf8')]),
    ),
  )

test('what goes out as files comes in again as it was, into an empty community as well', async () => {
  await seedSteps(community.db, community.network, community.now())
  await seedTips(community.db, community.network, community.now())
  const odd = { title: 'A: “b” --- c ---', summary: '#1, {x} ---', body: '---\ntitle: no\n---\n\n1. 🙂 <b>&amp;\n\n```\n---\n```' }
  await community.tip({ ...odd, draft: true })
  await community.tip({ ...odd, language: 'es', title: 'Solo en español' })
  expect(await run('export', folder)).toEqual(['steps 6', 'tips 9'])
  const files = filesIn(folder)
  expect(files['steps/launch.es.md']).toContain('place: 4')

  await community.db.deleteFrom('tip').execute()
  await community.db.deleteFrom('step').where('slug', '<>', 'launch').execute()
  await run('import', folder)
  await run('import', folder)

  const again = join(folder, 'again')
  await run('export', again)
  expect(filesIn(again)).toEqual(files)
  expect(await community.stranger().get('/toolkit/launch')).toContain('Step 4 of 6')
})

test('a file that is not as it must be is named, and nothing is taken in', async () => {
  await seedTips(community.db, community.network, community.now())
  await run('export', folder)
  const before = filesIn(folder)
  await community.db.deleteFrom('tip').execute()
  for (const [text, complaint] of [
    ['---\nsummary: a\n---\n\nText', 'it has no title'],
    ['---\ntitle: a\n---\n', 'it has no text'],
    ['---\ntitle: a\npublished: soon\n---\n\nText', 'is no moment'],
    [`---\ntitle: ${'x'.repeat(1_000_000)}\n---\n\nText`, 'its title is longer'],
  ]) {
    writeFileSync(join(folder, 'tips', 'signs-of-health.md'), text ?? '')
    await expect(run('import', folder)).rejects.toThrow(complaint ?? '')
  }
  expect(await community.db.selectFrom('tip').selectAll().execute()).toEqual([])
  expect(Object.keys(before).length).toBeGreaterThan(7)
  await expect(run('import', join(folder, 'tips'))).rejects.toThrow('There is no folder')
  await expect(run('rename', folder)).rejects.toThrow('Say what and where')
})
