import { expect, test } from 'vitest'
import { seedTools } from '#tools'
import { ownCommunity } from '#test'

test('answers that come while two facilitators reveal are kept or refused, and whoever was told "kept" is among those revealed', async () => {
  const { community, close } = await ownCommunity()
  try {
    await seedTools(community.db, community.network, community.now())
    const host = (await community.stranger().request('POST', '/tools/health-check/rounds', { fields: { title: 'Spring' } })).location ?? ''
    const join = /(\/rounds\/[0-9a-z]{5}-[0-9a-z]{5})</.exec(await community.stranger().get(host))?.[1] ?? ''
    const phones = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const phone = community.stranger()
        return { phone, token: /name="phone" value="([^"]+)"/.exec(await phone.get(join))?.[1] ?? '' }
      }),
    )
    const send = ({ phone, token }: (typeof phones)[number]) =>
      phone.request('POST', join, { fields: { phone: token, 'q-g_plan': 'yes' } }).then(({ status }) => status)
    const first = await Promise.all(phones.slice(0, 4).map(send))
    const [statuses, ...revealed] = await Promise.all([
      Promise.all(phones.slice(4).flatMap((phone) => [send(phone), send(phone)])),
      ...['one', 'two'].map(() => community.stranger().request('POST', `${host}/reveal`)),
    ])
    expect(revealed.map(({ status }) => status)).toEqual([303, 303])
    expect([...new Set([...first, ...statuses])].every((status) => status === 303 || status === 409)).toBe(true)
    const kept =
      new Set(phones.slice(4).flatMap((_, at) => (statuses[at * 2] === 303 || statuses[at * 2 + 1] === 303 ? [at] : []))).size + 4
    expect(await community.stranger().get(join)).toContain(`${kept} people have answered`)
  } finally {
    await close()
  }
}, 120_000)
