import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('where no mail comes in, the mail promises nothing', async () => {
  await community.stranger().post('/join', { email: 'ben@example.org', 'list-monthly-update': 'yes' })
  const [mail] = await community.mails('ben@example.org')
  expect(mail?.headers).toEqual({})
  expect(mail?.body).not.toContain('one word')
})
