import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sharePicture } from '#platform/files'
import { useCommunity } from '#test'

const community = useCommunity()

test('a published edition has a picture for messengers, as wide as they want it, and a draft has none', async () => {
  const ada = community.as(await community.person('Ada'))
  const subject = 'Spring <b>update</b> & 🌾, “Ñandú”'
  await ada.post('/updates', { subject, language: 'en' })
  const { slug } = await community.db.selectFrom('edition').select('slug').executeTakeFirstOrThrow()
  const path = `/updates/${slug}/share.png?language=en`
  const stranger = community.stranger()
  expect((await stranger.request('GET', path)).status).toBe(404)

  await ada.post(`/updates/${slug}/edit`, {})
  await community.db
    .updateTable('edition')
    .set({ blocks: JSON.stringify([{ id: 'abcdef12', v: 1, type: 'words', text: { en: 'Hello' } }]) })
    .execute()
  await ada.post(`/updates/${slug}/publication`, { publish: 'yes' })
  const page = await stranger.get(`/updates/${slug}`)
  expect(page).toContain(`<meta property="og:image" content="https://community.example.org${path}"/>`)
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image"/>')
  const answer = await stranger.request('GET', path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('the picture is 1200 by 630, whatever the title holds', async () => {
  for (const title of ['Spring update', '<span foreground="red">x</span> & y', 'x'.repeat(200), '🌾 مرحبا'])
    expect(await sharp(await sharePicture({ title, name: 'Prairie Network', accent: '#1f4a73' })).metadata()).toMatchObject({
      width: 1200,
      height: 630,
      format: 'png',
    })
})
