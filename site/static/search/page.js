// The search page: box, order, results and facets. Its whole state is its
// address, so that a search can be bookmarked, shared and gone back to.

import { fromAddress, toAddress, withFilter } from './address.js'
import { QueryError, search, ShardError } from './client.js'
import { facetGroups, pager, resultItem, summary } from './view.js'

const PAGE = 20 // results on a page
const PAUSE = 180 // milliseconds without typing before a search
const PATIENCE = 400 // milliseconds before the page says that it is searching

const byId = id => document.getElementById(id)
const form = byId('search-form')
const box = form.elements.namedItem('q')
const order = form.elements.namedItem('sort')
const status = byId('search-status')
const examples = byId('search-examples')
const list = byId('search-results')
const side = byId('search-facets')
const pages = byId('search-pages')
const root = new URL('../', import.meta.url) // this module lies in search/

let asked = 0 // searches so far: an answer that a later question overtook is dropped
let typing

// go makes a state the page's own and shows it.
function go(state, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', toAddress(state))
  return show()
}

// now is the state of the address with what stands in the box.
const now = () => ({ ...fromAddress(location.search), q: box.value.trim() })

async function show() {
  const state = fromAddress(location.search)
  const mine = ++asked
  order.value = state.sort
  const waiting = setTimeout(() => say('Searching…'), PATIENCE)
  list.setAttribute('aria-busy', 'true')
  try {
    const { q, filter, sort, page } = state
    const result = await search(q, { filter, sort, limit: PAGE, offset: (page - 1) * PAGE, facets: true })
    if (mine === asked) fill(result, state)
  } catch (error) {
    if (mine === asked) fail(error, state)
  } finally {
    clearTimeout(waiting)
    if (mine === asked) list.removeAttribute('aria-busy')
  }
}

function fill(result, state) {
  say(summary(result, state, PAGE))
  box.removeAttribute('aria-invalid')
  examples.hidden = state.q !== '' || Object.keys(state.filter).length > 0
  list.start = (state.page - 1) * PAGE + 1
  list.replaceChildren(...result.results.map(card => resultItem(card, result, root)))
  pages.replaceChildren(...pager(result.total, state.page, PAGE, page => toAddress({ ...state, page }), turn))
  keepingFocus(() => side.replaceChildren(...facetGroups(result.facets, state.filter, choose, clear)))
}

// fail shows no case and no count: they could be wrong.
function fail(error, { filter }) {
  const known = error instanceof QueryError || error instanceof ShardError
  say(known ? error.message : `The search failed: ${error.message}`)
  if (error instanceof QueryError) box.setAttribute('aria-invalid', 'true')
  examples.hidden = !(error instanceof QueryError)
  list.replaceChildren()
  pages.replaceChildren()
  keepingFocus(() => side.replaceChildren(...facetGroups({}, filter, choose, clear)))
}

function say(text) {
  if (status.textContent !== text) status.textContent = text
}

// keepingFocus lets the checkbox that was used keep the focus, and facets that
// were opened stay open, though both are made anew.
function keepingFocus(change) {
  const { name, value } = document.activeElement ?? {}
  const focused = side.contains(document.activeElement)
  const opened = new Set([...side.querySelectorAll('details[open]')].map(details => details.dataset.facet))
  change()
  for (const details of side.querySelectorAll('details')) if (opened.has(details.dataset.facet)) details.open = true
  if (focused) [...side.querySelectorAll('input')].find(input => input.name === name && input.value === value)?.focus()
}

function choose(facet, value, chosen) {
  go(withFilter(now(), facet, value, chosen))
}

function clear() {
  go({ ...now(), filter: {}, page: 1 })
  box.focus()
}

async function turn(page) {
  await go({ ...now(), page })
  status.scrollIntoView()
  list.querySelector('a')?.focus({ preventScroll: true })
}

box.addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(() => go({ ...now(), page: 1 }, true), PAUSE)
})

form.addEventListener('submit', event => {
  event.preventDefault()
  clearTimeout(typing)
  go({ ...now(), page: 1 })
})

side.addEventListener('submit', event => event.preventDefault())
order.addEventListener('change', () => go({ ...now(), sort: order.value, page: 1 }))

addEventListener('popstate', () => {
  clearTimeout(typing)
  box.value = fromAddress(location.search).q
  show()
})

addEventListener('keydown', event => {
  const writing = event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing) return
  event.preventDefault()
  box.focus()
  box.select()
})

byId('search-fallback').hidden = true
byId('search-fields').hidden = false
document.documentElement.classList.add('has-search')
box.value = fromAddress(location.search).q
show()
