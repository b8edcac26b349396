/** A picture that was pasted or dropped into the text of a block is sent at once, to stand in a block of its own behind it. */
function putPicture(event: Event) {
  const block = (event.target as Element).closest<HTMLElement>('[data-block]')
  const form = block?.closest('form')
  const field = form?.querySelector<HTMLInputElement>('input[name=pasted]')
  if (!block || !form || !field) return
  event.preventDefault()
  field.files = (event as CustomEvent<FileList>).detail
  const button = document.createElement('button')
  button.name = 'act'
  button.value = `picture:${block.dataset['block'] ?? ''}`
  button.hidden = true
  form.append(button)
  form.requestSubmit(button)
}

document.addEventListener('picture-offered', putPicture)
