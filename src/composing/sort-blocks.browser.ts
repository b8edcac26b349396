/** Lets blocks be dragged by their handles. Without script they are moved by their buttons; nothing is kept until the form is sent. */
class SortBlocks extends HTMLElement {
  private dragged: HTMLElement | null = null

  connectedCallback() {
    for (const block of this.querySelectorAll<HTMLElement>('[data-block]')) block.prepend(this.handleOf(block))
    this.addEventListener('dragover', (event) => this.over(event))
    this.addEventListener('dragend', () => this.drop())
  }

  /** Only the handle makes a block draggable, so that text in its fields can be chosen with the mouse. */
  private handleOf(block: HTMLElement) {
    const handle = document.createElement('span')
    handle.className = 'block-handle'
    handle.setAttribute('aria-hidden', 'true')
    handle.addEventListener('pointerdown', () => (block.draggable = true))
    handle.addEventListener('pointerup', () => (block.draggable = false))
    block.addEventListener('dragstart', (event) => {
      this.dragged = block
      block.classList.add('dragged')
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    })
    return handle
  }

  private over(event: DragEvent) {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]') : null
    if (!this.dragged || !target || target === this.dragged || !this.contains(target)) return
    event.preventDefault()
    const { top, height } = target.getBoundingClientRect()
    if (event.clientY < top + height / 2) target.before(this.dragged)
    else target.after(this.dragged)
  }

  private drop() {
    this.dragged?.classList.remove('dragged')
    if (this.dragged) this.dragged.draggable = false
    this.dragged = null
    const order = this.closest('form')?.querySelector<HTMLInputElement>('input[name=order]')
    if (!order) return
    order.value = [...this.querySelectorAll<HTMLElement>('[data-block]')].map((block) => block.dataset['block']).join(',')
    order.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

customElements.define('sort-blocks', SortBlocks)
