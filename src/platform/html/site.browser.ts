import './local-time.browser.ts'

/** After a form came back with problems, reading begins at their list. */
document.querySelector<HTMLElement>('[data-take-focus]')?.focus()
