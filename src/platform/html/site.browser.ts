import './local-time.browser.ts'

/** After a form came back with problems, reading begins at their list. */
document.querySelector<HTMLElement>('[data-take-focus]')?.focus()

/** Forms that ask for nothing but an address learn the zone from the browser, so that mails can speak of the reader's hours. */
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-my-time-zone]'))
  field.value = new Intl.DateTimeFormat().resolvedOptions().timeZone
