/** Copies the longest field inside it. Without script the field is selected and copied by hand. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea')
    if (!field || !('clipboard' in navigator)) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button quiet'
    button.textContent = this.dataset['copy'] ?? ''
    button.addEventListener('click', () => {
      field.select()
      void navigator.clipboard.writeText(field.value).then(() => (button.textContent = this.dataset['copied'] ?? ''))
    })
    this.append(button)
  }
}

customElements.define('copy-text', CopyText)
