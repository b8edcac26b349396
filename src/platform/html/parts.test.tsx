import { expect, test } from 'vitest'
import { EmptyState, Entry, EntryList } from './entries.tsx'
import { Facts } from './facts.tsx'
import { Notice } from './notice.tsx'
import { visit } from './page-for-tests.ts'
import { Pagination } from './pagination.tsx'
import { Progress } from './progress.tsx'
import { renderPart } from './render.ts'
import { Table } from './table.tsx'

const show = (part: Parameters<typeof renderPart>[0], language: 'en' | 'es' = 'en') => renderPart(part, visit({ language }))

test('an entry leaves out what it does not know', () => {
  const html = show(
    <EntryList>
      <Entry href="/tips/roles" title="Our roles" facts={['4 minutes', null, false]} />
    </EntryList>,
  )
  expect(html).toBe(
    '<ul class="entries"><li class="entry"><div class="entry-text"><h2><a href="/tips/roles">Our roles</a></h2><ul class="quiet-facts"><li>4 minutes</li></ul></div></li></ul>',
  )
  expect(show(<Facts facts={[{ name: 'Where', value: 'Online' }, null, undefined, false]} />)).toBe(
    '<dl class="facts"><div><dt>Where</dt><dd>Online</dd></div></dl>',
  )
})

test('an empty list offers the next act', () => {
  expect(show(<EmptyState sentence="No events yet." act={<a href="/join">Join</a>} />)).toContain(
    '<p>No events yet.</p><div class="acts"><a href="/join">Join</a></div>',
  )
})

test('a notice has a word beside its colour, and a problem is announced', () => {
  expect(show(<Notice kind="problem">No answer.</Notice>)).toMatch(/role="alert".*Problem/)
  expect(show(<Notice kind="good">Kept.</Notice>, 'es')).toMatch(/role="status".*Listo/)
})

test('pages are counted, and there is no way before the first or past the last', () => {
  const pages = (page: number) => show(<Pagination page={page} pages={3} href={(to) => `?page=${to}`} />)
  expect(pages(1)).not.toContain('Previous')
  expect(pages(2)).toMatch(/href="\?page=1".*Page 2 of 3.*href="\?page=3"/)
  expect(pages(3)).not.toContain('Next')
  expect(show(<Pagination page={1} pages={1} href={() => ''} />)).toBe('')
})

test('progress is said in figures of the language', () => {
  expect(show(<Progress done={3201} total={5000} label="January update" />)).toContain('3,201 of 5,000')
  expect(show(<Progress done={0} total={0} label="x" />)).toContain('max="1"')
})

test('a table names its columns and its rows', () => {
  const html = show(<Table caption="Who is coming" head={['Name', 'Guests']} rows={[['Ben', '2']]} numbers={[1]} />)
  expect(html).toContain('<th scope="row">Ben</th><td class="number">2</td>')
  expect(html).toContain('<caption>Who is coming</caption>')
})
