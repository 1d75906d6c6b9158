// What the search page shows, as nodes.

import { analyze } from './analyze.js'
import { element } from './element.js'
import { FACETS } from './query.js'

const TITLES = { control: 'Control that failed', sector: 'Sector', incident: 'What happened', action: 'Action', status: 'Status', year: 'Year' }
const SHOWN = 8 // values of a facet before "more"

const cases = n => (n === 1 ? '1 case' : `${n.toLocaleString('en-GB')} cases`)

// summary says in words what was found.
export function summary({ total, loosened }, { q, page }, size) {
  const asked = q === '' ? '' : ` for ${q}`
  if (total === 0) return `No case found${asked}. Try fewer words, or take a filter away.`
  const from = (page - 1) * size + 1
  if (from > total) return `${cases(total)}${asked}; there is no page ${page}.`
  const shown = total > size ? `, ${from} to ${Math.min(page * size, total)} shown` : ''
  return loosened ? `No case has all of these words. ${cases(total)} with some of them${shown}.` : `${cases(total)}${asked}${shown}.`
}

// resultItem shows a case: title, what was decided, and the sentence that
// matched. root is the address of the site's first page.
export function resultItem(card, { terms, stop }, root) {
  if (card.missing) return element('li', { class: 'Result Result--missing' }, 'This case was found, but what is said of it could not be read.')
  return element('li', { class: 'Result' },
    element('h2', { class: 'Result-title' }, element('a', { href: new URL(card.url, root).href, dir: 'auto' }, marked(card.title, terms, stop))),
    element('p', { class: 'Result-facts' }, facts(card)),
    element('p', { class: 'Result-sum' }, sum(card)),
    excerpt(card, terms, stop),
    card.controlTexts ? element('p', { class: 'Result-controls' }, card.controlTexts.join(' · ')) : null)
}

// excerpt shows the sentence that matched, and says so where it is evidence.
function excerpt({ excerpt, evidence }, terms, stop) {
  if (!excerpt) return null
  const text = marked(excerpt, terms, stop)
  if (!evidence) return element('p', { class: 'Result-excerpt', dir: 'auto' }, text)
  return element('p', { class: 'Result-excerpt Result-excerpt--evidence' }, element('span', { class: 'Result-proof' }, 'Evidence'), ' ', element('q', { dir: 'auto' }, text))
}

function facts({ date, dateText, actionText, sector }) {
  const parts = [dateText ? element('time', { datetime: date }, dateText) : null, actionText, sector].filter(Boolean)
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]))
}

// sum tells a proposed sum from a fine by word, shape and colour.
function sum({ amount, proposed, affected, status, statusText }) {
  return [
    amount ? element('span', { class: proposed ? 'Sum Sum--provisional' : 'Sum' }, amount) : null,
    proposed ? element('span', { class: 'Result-word' }, 'proposed, not final') : null,
    statusText ? element('span', { class: `Status Status--${status}` }, statusText) : null,
    affected ? element('span', { class: 'Result-people' }, affected) : null,
  ].filter(Boolean).flatMap((node, i) => (i === 0 ? [node] : [' ', node]))
}

// marked is a text with the words that were asked for in <mark>.
function marked(text, terms, stop) {
  const nodes = []
  let at = 0
  for (const { term, start, end } of analyze(text, stop)) {
    if (!terms.has(term)) continue
    nodes.push(text.slice(at, start), element('mark', {}, text.slice(start, end)))
    at = end
  }
  return [...nodes, text.slice(at)]
}

// facetGroups shows the facets as checkboxes with counts, which are left out
// where they are not known. choose is called with (facet, value, checked).
export function facetGroups(facets, filter, choose, clear) {
  const groups = FACETS.map(facet => facetGroup(facet, facets[facet], filter[facet] ?? [], choose)).filter(Boolean)
  const any = Object.values(filter).some(values => values.length > 0)
  if (!any) return groups
  const button = element('button', { type: 'button', class: 'Search-clear' }, 'Take all filters away')
  button.addEventListener('click', clear)
  return [button, ...groups]
}

function facetGroup(facet, found, chosen, choose) {
  const empty = chosen.filter(value => !found?.some(bucket => bucket.value === value)).map(value => ({ value, label: value.replaceAll('-', ' '), count: found && 0 }))
  const buckets = [...empty, ...(found ?? [])]
  if (buckets.length === 0) return null
  const options = buckets.map(bucket => option(facet, bucket, chosen.includes(bucket.value), choose))
  const rest = options.slice(SHOWN)
  const open = buckets.slice(SHOWN).some(({ value }) => chosen.includes(value))
  return element('fieldset', { class: 'Facet' },
    element('legend', { class: 'Facet-title' }, TITLES[facet]),
    options.slice(0, SHOWN),
    rest.length > 0 ? element('details', { class: 'Facet-more', open, 'data-facet': facet }, element('summary', {}, `${rest.length} more`), rest) : null)
}

function option(facet, { value, label, count }, checked, choose) {
  const input = element('input', { type: 'checkbox', name: facet, value, checked })
  input.addEventListener('change', () => choose(facet, value, input.checked))
  return element('label', { class: 'Facet-option' }, input, element('span', {}, label),
    element('span', { class: 'Facet-count' }, count?.toLocaleString('en-GB')))
}

// pager leads to the pages before and after. address makes a page's address;
// turn is called with its number.
export function pager(total, page, size, address, turn) {
  const last = Math.ceil(total / size)
  const link = (to, text, rel) => {
    const a = element('a', { href: address(to), rel }, text)
    a.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      turn(to)
    })
    return a
  }
  return [
    page > 1 ? link(Math.min(page - 1, Math.max(last, 1)), 'Results before', 'prev') : null,
    page < last ? link(page + 1, 'More results', 'next') : null,
  ].filter(Boolean)
}
