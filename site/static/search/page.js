// The search page: box, results, facets, and its whole state in the address.

import { analyze, search, QueryError, ShardError } from './client.js'
import { FACETS } from './query.js'

const PAGE = 20
const TITLES = { control: 'Control that failed', sector: 'Sector', action: 'Action', status: 'Status', year: 'Year' }
const SHOWN = 8 // values of a facet before "more"

const form = document.getElementById('search-form')
const box = form.elements.q
const status = document.getElementById('search-status')
const list = document.getElementById('search-results')
const side = document.getElementById('search-facets')
const pages = document.getElementById('search-pages')
const root = new URL('../', document.baseURI)

// el makes an element; children are nodes or text, never markup.
function el(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') node.className = value
    else if (key in node && typeof value !== 'string') node[key] = value
    else node.setAttribute(key, value)
  }
  node.append(...children.filter(child => child !== null && child !== ''))
  return node
}

// state is what the address says.
function state() {
  const params = new URLSearchParams(location.search)
  const filter = {}
  for (const facet of FACETS) {
    const values = params.getAll(facet)
    if (values.length > 0) filter[facet] = values
  }
  return { q: params.get('q') ?? '', filter, sort: params.get('sort') ?? 'relevance', page: Math.max(1, Number(params.get('page')) || 1) }
}

function address({ q, filter, sort, page }) {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const facet of FACETS) for (const value of filter[facet] ?? []) params.append(facet, value)
  if (sort !== 'relevance') params.set('sort', sort)
  if (page > 1) params.set('page', page)
  const query = params.toString()
  return query ? '?' + query : location.pathname
}

function go(next, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address(next))
  show()
}

let asked = 0

// show searches for what the address says; an answer that comes after a later
// question is dropped.
async function show() {
  const now = state()
  const mine = ++asked
  if (box.value !== now.q && document.activeElement !== box) box.value = now.q
  if (form.elements.sort) form.elements.sort.value = now.sort
  try {
    const result = await search(now.q, { filter: now.filter, sort: now.sort, limit: PAGE, offset: (now.page - 1) * PAGE, facets: true })
    if (mine !== asked) return
    status.textContent = summary(result, now)
    list.start = (now.page - 1) * PAGE + 1
    list.replaceChildren(...result.results.map(card => resultItem(card, result)))
    side.replaceChildren(...facets(result, now))
    pages.replaceChildren(...pager(result, now))
  } catch (error) {
    if (mine !== asked) return
    const known = error instanceof QueryError || error instanceof ShardError
    status.textContent = known ? error.message : 'The search failed: ' + error.message
    list.replaceChildren()
    pages.replaceChildren()
  }
}

const cases = n => (n === 1 ? '1 case' : n.toLocaleString('en-GB') + ' cases')

function summary({ total, loosened }, { q, page }) {
  const words = q ? ` for ${q}` : ''
  if (total === 0) return `No case found${words}. Try fewer words, or remove a filter.`
  const where = total > PAGE ? `, ${(page - 1) * PAGE + 1} to ${Math.min(page * PAGE, total)} shown` : ''
  return loosened ? `No case has all of the words. ${cases(total)} with some of them${where}.` : `${cases(total)}${words}${where}.`
}

function resultItem(card, { stems, stop }) {
  const href = new URL(card.url, root).href
  return el('li', { class: 'Result' },
    el('h2', { class: 'Result-title' }, el('a', { href }, ...marked(card.title, stems, stop))),
    el('p', { class: 'Result-facts' },
      el('time', { datetime: card.date }, card.dateText), ' · ', card.actionText, card.sector ? ' · ' + card.sector : ''),
    amountLine(card),
    card.excerpt ? el('p', { class: 'Result-excerpt' }, ...marked(card.excerpt, stems, stop)) : null,
    card.controlTexts ? el('p', { class: 'Result-controls' }, card.controlTexts.join(' · ')) : null)
}

// amountLine tells a proposed sum from a fine by word as well as by colour.
function amountLine(card) {
  const parts = []
  if (card.amount) {
    parts.push(el('strong', { class: card.proposed ? 'Result-amount Result-amount--provisional' : 'Result-amount' }, card.amount),
      card.proposed ? ' proposed, not final' : ` ${card.statusText.toLowerCase()}`)
  } else {
    parts.push(card.statusText)
  }
  if (card.affected) parts.push(' · ', card.affected)
  return el('p', { class: 'Result-answer' }, ...parts)
}

// marked is text with the words that were asked for in <mark>.
function marked(text, stems, stop) {
  const nodes = []
  let at = 0
  for (const { term, start, end } of analyze(text, stop)) {
    if (!stems.has(term)) continue
    nodes.push(text.slice(at, start), el('mark', {}, text.slice(start, end)))
    at = end
  }
  nodes.push(text.slice(at))
  return nodes
}

function facets(result, now) {
  return FACETS.map(facet => {
    const chosen = now.filter[facet] ?? []
    const all = result.facets[facet] ?? []
    const missing = chosen.filter(v => !all.some(b => b.value === v)).map(v => ({ value: v, label: v, count: 0 }))
    const buckets = [...all, ...missing]
    if (buckets.length === 0) return ''
    const items = buckets.map(bucket => option(facet, bucket, chosen, now))
    const rest = items.slice(SHOWN)
    return el('fieldset', { class: 'Facet' }, el('legend', {}, TITLES[facet]), ...items.slice(0, SHOWN),
      rest.length > 0 ? el('details', { open: chosen.length > 0 }, el('summary', {}, `${rest.length} more`), ...rest) : null)
  }).filter(Boolean)
}

function option(facet, { value, label, count }, chosen, now) {
  const input = el('input', { type: 'checkbox', name: facet, value })
  input.checked = chosen.includes(value)
  input.addEventListener('change', () => {
    const values = input.checked ? [...chosen, value] : chosen.filter(v => v !== value)
    go({ ...now, q: box.value.trim(), filter: { ...now.filter, [facet]: values }, page: 1 })
  })
  return el('label', { class: 'Facet-option' }, input, el('span', {}, label), el('span', { class: 'Facet-count' }, String(count)))
}

function pager({ total }, now) {
  const last = Math.ceil(total / PAGE)
  const link = (page, text, rel) => {
    const a = el('a', { href: address({ ...now, page }), rel }, text)
    a.addEventListener('click', event => {
      event.preventDefault()
      go({ ...now, page })
      status.scrollIntoView()
    })
    return a
  }
  const nodes = []
  if (now.page > 1) nodes.push(link(now.page - 1, 'Earlier results', 'prev'))
  if (now.page < last) nodes.push(link(now.page + 1, 'More results', 'next'))
  return nodes
}

let typing
box.addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(() => go({ ...state(), q: box.value.trim(), page: 1 }, true), 150)
})
form.addEventListener('submit', event => {
  event.preventDefault()
  clearTimeout(typing)
  go({ ...state(), q: box.value.trim(), page: 1 })
})
form.elements.sort?.addEventListener('change', event => go({ ...state(), sort: event.target.value, page: 1 }))
addEventListener('popstate', () => {
  box.value = state().q
  show()
})
addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')) {
    event.preventDefault()
    box.focus()
  }
})
document.documentElement.classList.add('has-search')
show()
