// The search page: box, suggestions, order, results and filters. Its whole
// state is its address, so that a search can be bookmarked, shared and gone
// back to; history.state remembers how far down it was read.

import { fromAddress, toAddress, withFilter } from './address.js'
import * as ask from './asker.js'
import { Combobox } from './combobox.js'
import { chosen, copy, save } from './download.js'
import { facetGroups, pager, resultItem, summary } from './view.js'

const PAGE = 20 // results on a page
const PAUSE = 180 // milliseconds without typing before a search
const PATIENCE = 400 // milliseconds before the page says that it is searching
const QUIET = 700 // milliseconds in which nothing new came before counts are read out

const byId = id => document.getElementById(id)
const form = byId('search-form')
const box = form.elements.namedItem('q')
const order = form.elements.namedItem('sort')
const status = byId('search-status')
const said = byId('search-said')
const examples = byId('search-examples')
const list = byId('search-results')
const tools = byId('search-tools')
const filters = byId('search-filters')
const side = byId('search-facets')
const pages = byId('search-pages')
const root = new URL('../', import.meta.url) // this module lies in search/
const wide = matchMedia('(min-width: 60rem)') // as in search.css

let asked = 0 // searches so far: an answer that a later question overtook is dropped
let answered = 0 // the search whose results are shown
let counted = 0 // the search whose filters are counted
let typing
let quiet

// go makes a state the page's own and shows it. What is typed in one go is one
// step back.
function go(state, { typed = false } = {}) {
  clearTimeout(typing)
  const address = toAddress(state)
  const replace = address === toAddress(fromAddress(location.search)) || (typed && history.state?.typed)
  if (!replace) keepPlace()
  history[replace ? 'replaceState' : 'pushState']({ typed }, '', address)
  return show()
}

// here is the state of the address, and whether its query is still being typed.
const here = () => ({ ...fromAddress(location.search), typing: history.state?.typed === true })

// now is the state of the address with what stands in the box.
const now = () => ({ ...fromAddress(location.search), q: box.value.trim() })

async function show() {
  const state = here()
  const mine = ++asked
  order.value = state.sort
  const waiting = setTimeout(() => say('Searching…'), PATIENCE)
  list.setAttribute('aria-busy', 'true')
  try {
    const { q, filter, sort, page, typing } = state
    const result = await ask.results(q, { filter, sort, typing, limit: PAGE, offset: (page - 1) * PAGE })
    if (mine === asked && result !== undefined) fill(result, state)
  } catch (error) {
    if (mine === asked) fail(error, state)
  } finally {
    clearTimeout(waiting)
    if (mine === asked) list.removeAttribute('aria-busy')
  }
}

function fill(result, state) {
  answered = asked
  const lost = result.results.find(({ missing }) => missing)
  say([summary(result, state, PAGE), lost?.missing].filter(Boolean).join(' '))
  box.removeAttribute('aria-invalid')
  byId('search-fallback').hidden = true
  examples.hidden = state.q !== '' || Object.keys(state.filter).length > 0
  list.start = (state.page - 1) * PAGE + 1
  list.replaceChildren(...result.results.map(card => resultItem(card, result, root)))
  pages.replaceChildren(...pager(result.total, state.page, PAGE, page => toAddress({ ...state, page }), turn))
  tools.hidden = result.total === 0
  const chosen = Object.values(state.filter).flat().length
  byId('search-jump').textContent = chosen === 0 ? 'Filters' : `Filters (${chosen})`
  byId('search-done').textContent = ''
  if (history.state?.top !== undefined) scrollTo(0, history.state.top)
  countFilters()
}

// countFilters asks for the numbers beside the filters once the results are
// there, and where the filters are seen.
async function countFilters() {
  const mine = asked
  if (!filters.open || answered !== mine || counted === mine) return
  counted = mine
  const state = here()
  side.setAttribute('aria-busy', 'true')
  try {
    const result = await ask.counts(state.q, state)
    if (mine === asked && result !== undefined) fillFilters(result.facets, state)
  } catch (error) {
    if (mine !== asked) return
    fillFilters({}, state)
    say(`${status.textContent} The filters could not be counted. ${error.message}`)
  } finally {
    if (mine === asked) side.removeAttribute('aria-busy')
  }
}

function fillFilters(facets, { filter }) {
  keepingFocus(() => side.replaceChildren(...facetGroups(facets, filter, choose, clear)))
}

// fail shows no case and no count: they could be wrong.
function fail(error, state) {
  const mistyped = error.name === 'QueryError'
  say(mistyped || error.name === 'ShardError' ? error.message : `The search failed: ${error.message}`)
  if (mistyped) box.setAttribute('aria-invalid', 'true')
  byId('search-fallback').hidden = mistyped
  examples.hidden = !mistyped
  tools.hidden = true
  list.replaceChildren()
  pages.replaceChildren()
  fillFilters({}, state)
}

// say shows what was found, and has it read out when nothing new has come for
// a while: not on each key.
function say(text) {
  if (status.textContent === text) return
  status.textContent = text
  announce(text, QUIET)
}

function announce(text, after = 0) {
  clearTimeout(quiet)
  quiet = setTimeout(() => { said.textContent = text }, after)
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

// Suggestions.

const suggestions = new Combobox(box, byId('search-suggestions'), ({ kind, value }) => {
  box.value = kind === 'control' ? `control:${value}` : `${kind}:"${value.replaceAll('"', ' ')}"`
  go({ ...now(), page: 1 })
})

async function suggest() {
  const text = box.value.trim()
  const { closings } = suggestions
  const names = text.length < 2 || /[":]/.test(text) ? [] : await ask.names(text).catch(() => []) // the search itself says what is wrong
  if (names !== undefined && suggestions.closings === closings && document.activeElement === box && box.value.trim() === text) suggestions.show(names)
}

box.addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(() => go({ ...now(), page: 1 }, { typed: true }), PAUSE)
  suggest()
})

box.addEventListener('keydown', event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (suggestions.key(event.key)) return event.preventDefault()
  if (event.key === 'ArrowDown') {
    event.preventDefault()
    list.querySelector('a')?.focus()
  } else if (event.key === 'Escape' && box.value !== '') {
    event.preventDefault()
    box.value = ''
    go({ ...now(), page: 1 })
  }
})

form.addEventListener('submit', event => {
  event.preventDefault()
  suggestions.close()
  go({ ...now(), page: 1 })
})

// Arrows go from result to result, and from the first back to the box.
list.addEventListener('keydown', event => {
  const links = [...list.querySelectorAll('a')]
  const at = links.indexOf(event.target)
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const to = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? box, Escape: box }[event.key]
  if (to === undefined) return
  event.preventDefault()
  to.focus()
})

// What can be done with the results.

async function download() {
  tell('Collecting the rows…')
  try {
    const { q, filter, sort, typing } = here()
    const [found, response] = await Promise.all([
      ask.everything(q, { filter, sort, typing, limit: PAGE }),
      fetch(new URL('data/cases.csv', root), { cache: 'no-cache' }),
    ])
    if (found === undefined) return
    if (!response.ok) throw new Error(`data/cases.csv is missing (status ${response.status})`)
    save(chosen(await response.text(), found), 'cases-found.csv')
    tell(`${summary(found, { q: '', page: 1 }, Infinity)} Downloaded as cases-found.csv.`)
  } catch (error) {
    tell(`The results could not be downloaded: ${error.message}`)
  }
}

function tell(text) {
  byId('search-done').textContent = text
  announce(text)
}

byId('search-download').addEventListener('click', download)
byId('search-copy').addEventListener('click', async () => {
  tell(await copy(location.href) ? 'Link copied.' : 'The link could not be copied: it is the address of this page.')
})

// The filters are beside the results where there is room, and else opened.

function layOut() {
  filters.open = wide.matches
}

filters.addEventListener('toggle', countFilters)
wide.addEventListener('change', layOut)
byId('search-jump').addEventListener('click', event => {
  event.preventDefault()
  filters.open = true
  filters.scrollIntoView()
  filters.querySelector('summary').focus({ preventScroll: true })
})
side.addEventListener('submit', event => event.preventDefault())
order.addEventListener('change', () => go({ ...now(), sort: order.value, page: 1 }))

// keepPlace remembers how far down the page was read.
function keepPlace() {
  history.replaceState({ ...history.state, top: scrollY }, '')
}

let scrolled
addEventListener('scroll', () => {
  clearTimeout(scrolled)
  scrolled = setTimeout(keepPlace, 150)
}, { passive: true })
addEventListener('pagehide', keepPlace)
history.scrollRestoration = 'manual' // results come later than the browser would scroll

addEventListener('popstate', () => {
  clearTimeout(typing)
  clearTimeout(scrolled)
  box.value = fromAddress(location.search).q
  suggestions.close()
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
layOut()
show()
