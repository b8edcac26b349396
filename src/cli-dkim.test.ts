import { expect, test } from 'vitest'
import { testConfig, useCommunity } from '#test'
import { dkimCommand } from './cli-dkim.ts'

const community = useCommunity()
const dkim = async (...words: string[]) => (await dkimCommand(community.db, testConfig, words)).join('\n')

test('whoever runs the server makes keys, reads the records, and switches signing on and off', async () => {
  expect(await dkim()).toContain('There are no keys for community.example.org')
  expect(await dkim('rotate')).toMatch(/gh\d{6}-[0-9a-f]{4}-rsa\._domainkey\.community\.example\.org\. TXT v=DKIM1; k=rsa; p=/)
  expect(await dkim()).toContain('Mail is not signed yet.')
  expect(await dkim('on')).toContain('Mail is signed.')
  expect(await dkim()).toContain('It was not seen in DNS')
  expect(await dkim('off')).toContain('Signing is switched off')
  await expect(dkim('dance')).rejects.toThrow('Say one of show, check, rotate, on, off')
})
