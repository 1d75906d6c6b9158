// Asks the search, in a worker where one can be started and in the page's own
// thread where not: an old browser, a page opened from a disk. Errors come with
// the name and message that client.js gave them.

import { call } from './call.js'

// Policies of content security want addresses of scripts to be vouched for.
const vouched = address => globalThis.trustedTypes?.createPolicy('casebook', { createScriptURL: () => address.href }).createScriptURL('') ?? address

let worker = start()
let count = 0
const waiting = new Map() // lane to its question: {id, lane, name, args, resolve, reject}

function start() {
  try {
    const started = new Worker(vouched(new URL('worker.js', import.meta.url)), { type: 'module' })
    started.addEventListener('message', ({ data }) => settle(data))
    started.addEventListener('error', withoutWorker)
    return started
  } catch {
    return null
  }
}

// withoutWorker asks again, in this thread, what the worker has not answered.
function withoutWorker() {
  worker?.terminate()
  worker = null
  for (const question of waiting.values()) answer(question)
}

// ask calls a function of client.js. A question overtakes the one before it in
// its lane, whose answer is then undefined.
function ask(lane, name, ...args) {
  return new Promise((resolve, reject) => {
    waiting.get(lane)?.resolve()
    const question = { id: ++count, lane, name, args, resolve, reject }
    waiting.set(lane, question)
    if (worker === null) answer(question)
    else worker.postMessage({ id: question.id, lane, name, args })
  })
}

async function answer({ id, name, args }) {
  try {
    settle({ id, value: await call(name, args) })
  } catch (error) {
    settle({ id, error })
  }
}

function settle({ id, value, error }) {
  const question = [...waiting.values()].find(question => question.id === id)
  if (question === undefined) return // overtaken
  waiting.delete(question.lane)
  if (error === undefined) question.resolve(value)
  else question.reject(Object.assign(new Error(error.message), { name: error.name }))
}

// The results of a page, the counts of the filters, all that was found, and
// names that begin with what was typed: each answered for the last question.
export const results = (query, options) => ask('results', 'search', query, options)
export const counts = (query, options) => ask('counts', 'search', query, { filter: options.filter, typing: options.typing, limit: 0, facets: true })
export const everything = (query, options) => ask('everything', 'search', query, { ...options, found: true })
export const names = text => ask('names', 'suggest', text)
