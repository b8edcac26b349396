import { h } from 'preact'
import { expect, test } from 'vitest'
import { transaction } from '#database'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import { queueMail } from '#platform/mail'
import { startMailIn } from '#platform/mail-in'
import { ownCommunity, startPostfix, startSink, testConfig, whyNoPostfix } from '#test'
import { mailRoutesFor, refusalListeners } from './site-mail.ts'

const why = whyNoPostfix()

test.skipIf(why !== null)(
  `a real Postfix takes our mail, and the bounce that it makes for Chidi is read${why ? `: left out. ${why}` : ''}`,
  async () => {
    const { community, close } = await ownCommunity()
    const { db, network, now } = community
    const log = newLog(testConfig)
    const mailIn = await startMailIn({ config: { ...testConfig, mailInPort: 0 }, db, log, routes: mailRoutesFor(testConfig), now })
    const far = await startSink({ recipient: (to) => (to.startsWith('chidi') ? { code: 550, answer: '5.1.1 No such mailbox' } : 'take') })
    const postfix = await startPostfix({ 'example.org': far.port, [testConfig.mailDomain]: mailIn.port ?? 0 })
    for (const name of ['Ben', 'Chidi']) {
      const to = await community.person(name)
      const mail = { to, networkId: network.id, language: 'en' as const, subject: 'News', body: h('p', {}, 'Hello') }
      await transaction(db, (tx) => queueMail(tx, mail, now()))
    }
    const config = { ...testConfig, smtpUrl: postfix.url, mailInPort: mailIn.port }
    const sender = startSender({ db, now, config, log, onRefused: refusalListeners })

    const states = () => db.selectFrom('mail').select(['toAddress', 'state']).orderBy('toAddress').execute()
    await expect.poll(states, { timeout: 50_000 }).toEqual([
      { toAddress: 'ben@example.org', state: 'sent' },
      { toAddress: 'chidi@example.org', state: 'failed' },
    ])
    expect(far.taken.map(({ to }) => to)).toEqual(['ben@example.org'])
    const suppressed = await db.selectFrom('suppression').select(['address', 'reason', 'detail']).execute()
    expect(suppressed).toEqual([expect.objectContaining({ address: 'chidi@example.org', reason: 'bounced' })])
    await sender.stop()
    await postfix.stop()
    await mailIn.stop()
    await far.close()
    await close()
  },
)
