// The state of the search page is its address: what was typed, the filters,
// the order and the page.

import { FACETS, SORTS } from './query.js'

// fromAddress reads {q, filter, sort, page}. What an address should not hold
// is left out.
export function fromAddress(search) {
  const params = new URLSearchParams(search)
  const filter = {}
  for (const facet of FACETS) {
    const values = [...new Set(params.getAll(facet).filter(value => value !== ''))]
    if (values.length > 0) filter[facet] = values
  }
  const sort = params.get('sort')
  const page = Number(params.get('page'))
  return {
    q: params.get('q')?.trim() ?? '',
    filter,
    sort: SORTS.includes(sort) ? sort : 'relevance',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

// toAddress writes the same, relative to the page and without what goes
// without saying.
export function toAddress({ q, filter, sort, page }) {
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  for (const facet of FACETS) for (const value of filter[facet] ?? []) params.append(facet, value)
  if (sort !== 'relevance') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  return '?' + params
}

// withFilter is the state with one value of a facet chosen or not, on its
// first page.
export function withFilter(state, facet, value, chosen) {
  const others = (state.filter[facet] ?? []).filter(other => other !== value)
  return { ...state, filter: { ...state.filter, [facet]: chosen ? [...others, value] : others }, page: 1 }
}
