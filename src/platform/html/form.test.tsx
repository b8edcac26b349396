import { expect, test } from 'vitest'
import { Button } from './button.tsx'
import { Checkbox, Choices, Select } from './choices.tsx'
import { Field, TextArea } from './fields.tsx'
import { fieldsOf, Form } from './form.tsx'
import { visit } from './page-for-tests.ts'
import { renderPart } from './render.ts'
import { TimeZoneSelect } from './time-zone-select.tsx'
import { ConfirmPage } from './whole-pages.tsx'

const state = {
  values: { email: 'ben at <b>', kind: 'webinar', note: '</textarea>', news: 'yes', zone: 'America/Denver' },
  errors: { email: 'Enter an e-mail address.' },
}
const form = fieldsOf(state)
const show = (part: Parameters<typeof renderPart>[0]) => renderPart(part, visit())

test('a field keeps what was typed, says what is wrong, and ties both to its input', () => {
  const html = show(<Field label="E-mail" hint="We write once a month." {...form('email')} type="email" required />)
  expect(html).toContain('<label for="field-email">E-mail</label>')
  expect(html).toContain('value="ben at &lt;b>"')
  expect(html).toContain('aria-describedby="hint-email error-email"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('<p class="field-error" id="error-email">Enter an e-mail address.</p>')
})

test('a field without an error says none, and an optional one says so', () => {
  const html = show(<TextArea label="Note" {...form('note')} optional />)
  expect(html).not.toContain('aria-invalid')
  expect(html).toContain('(optional)')
  expect(html).toContain('&lt;/textarea></textarea>')
})

test('the summary leads to each field and takes the focus', () => {
  const html = show(
    <Form action="/join" errors={state.errors}>
      <Button>Join the list</Button>
    </Form>,
  )
  expect(html).toContain('role="alert" tabindex="-1" data-take-focus')
  expect(html).toContain('One thing to mend')
  expect(html).toContain('<a href="#field-email">Enter an e-mail address.</a>')
  expect(
    show(
      <Form action="/join" errors={{}}>
        …
      </Form>,
    ),
  ).not.toContain('alert')
})

test('the first of some choices is where the summary leads', () => {
  const html = show(
    <Choices
      label="Kind"
      name="kind"
      value="webinar"
      error="Choose a kind."
      options={[
        { value: 'call', words: 'Call' },
        { value: 'webinar', words: 'Webinar' },
      ]}
    />,
  )
  expect(html).toContain('id="field-kind"')
  expect(html.match(/ checked/g)).toHaveLength(1)
  expect(html).toContain('<fieldset class="field has-error" aria-describedby="error-kind">')
})

test('a ticked box comes back ticked, another does not', () => {
  expect(show(<Checkbox label="News" {...form('news')} />)).toContain(' checked')
  expect(show(<Checkbox label="Other" {...form('other')} />)).not.toContain(' checked')
})

test('a select shows what was chosen', () => {
  expect(show(<Select label="Kind" {...form('kind')} options={[{ value: 'webinar', words: 'Webinar' }]} empty="Choose" />)).toContain(
    '<option value="webinar" selected>',
  )
  expect(show(<TimeZoneSelect label="Time zone" {...form('zone')} />)).toContain(
    '<option value="America/Denver" selected>Mountain Time (Denver)</option>',
  )
})

test('a button that cannot be used says why', () => {
  const html = show(<Button disabledReason="The event has begun.">I am coming</Button>)
  expect(html).toMatch(/disabled aria-describedby="([^"]+)".*id="\1">The event has begun\./)
})

test('the field for robots is named, hidden from people and not reached by the keyboard', () => {
  const html = show(
    <Form action="/join" honeypot>
      …
    </Form>,
  )
  expect(html).toContain('aria-hidden="true"')
  expect(html).toContain('name="website" tabindex="-1" autocomplete="off"')
})

test('a link from a mail opens a page that changes nothing until its one button is pressed', () => {
  const html = show(
    <ConfirmPage
      title="Leave"
      sentence="You will get no more mail."
      action="/leave/abc"
      button="Leave the list"
      hidden={{ token: 'a"b' }}
    />,
  )
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(main).toContain('method="post" action="/leave/abc"')
  expect(main).toContain('<input type="hidden" name="token" value="a&quot;b"/>')
  expect(main.match(/<button/g)).toHaveLength(1)
})
