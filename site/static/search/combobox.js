// Suggestions below the search box, as the ARIA practices want a combobox with
// a list: the focus stays in the box, arrows choose, Enter takes, Escape closes.

import { element } from './element.js'

const KINDS = { organisation: 'Organisations', control: 'Controls that failed', provision: 'Provisions' }

export class Combobox {
  #options = [] // elements, in their order
  #entries = []
  #active = -1
  closings = 0 // how often it was closed: what was asked for before is not shown after

  // take is called with the entry that was chosen.
  constructor(box, list, take) {
    this.box = box
    this.list = list
    this.take = take
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
      box.setAttribute(name, value)
    }
    list.addEventListener('pointerdown', event => event.preventDefault()) // the box keeps the focus
    list.addEventListener('click', event => this.#choose(this.#options.indexOf(event.target.closest('[role=option]'))))
    box.addEventListener('blur', () => this.close())
  }

  get open() {
    return !this.list.hidden
  }

  // show lists [{kind, value, label, cases}], which come grouped by kind. What
  // was chosen stays chosen where it is among them, and a list that did not
  // change is left alone, so that no click is lost.
  show(entries) {
    if (this.open && JSON.stringify(entries) === JSON.stringify(this.#entries)) return
    const chosen = this.#entries[this.#active]
    this.#entries = entries
    this.#options = entries.map(({ label, cases }, i) => element('div', { role: 'option', id: `suggestion-${i}`, class: 'Suggestion', 'aria-selected': 'false' },
      element('span', { dir: 'auto' }, label), element('span', { class: 'Suggestion-count' }, cases.toLocaleString('en-GB'), element('span', { class: 'Search-said' }, cases === 1 ? ' case' : ' cases'))))
    const kinds = [...new Set(entries.map(({ kind }) => kind))]
    this.list.replaceChildren(...kinds.map(kind => element('div', { role: 'group', 'aria-label': KINDS[kind] },
      element('div', { class: 'Suggestion-kind', 'aria-hidden': 'true' }, KINDS[kind]),
      this.#options.filter((_, i) => entries[i].kind === kind))))
    this.#expand(entries.length > 0)
    if (chosen !== undefined) this.#activate(entries.findIndex(({ kind, value }) => kind === chosen.kind && value === chosen.value))
  }

  close() {
    this.closings++
    this.#expand(false)
  }

  // key acts on a key and reports whether it did.
  key(key) {
    if (!this.open) return false
    if (key === 'ArrowDown') this.#activate(this.#active + 1)
    else if (key === 'ArrowUp') this.#activate(this.#active - 1)
    else if (key === 'Escape') this.close()
    else if (key === 'Enter' && this.#active >= 0) this.#choose(this.#active)
    else return false
    return true
  }

  #expand(open) {
    this.list.hidden = !open
    this.box.setAttribute('aria-expanded', String(open))
    this.#activate(-1)
  }

  // #activate goes round by way of the box, which is place -1.
  #activate(i) {
    const places = this.#options.length + 1
    this.#active = ((i + 1 + places) % places) - 1
    this.#options.forEach((option, place) => option.setAttribute('aria-selected', String(place === this.#active)))
    const option = this.#options[this.#active]
    if (option === undefined) return this.box.removeAttribute('aria-activedescendant')
    this.box.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  #choose(i) {
    if (i < 0) return
    this.close()
    this.take(this.#entries[i])
  }
}
