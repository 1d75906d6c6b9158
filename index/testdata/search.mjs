// Runs the browser's half of the search in Node, for parity_test.go: the
// files come from a folder instead of a server. Reads one JSON object on
// standard input: {modules, shards, ranges, asks, typed, texts, words}; writes
// one.

import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const input = JSON.parse(readFileSync(0, 'utf8'))
const requests = []
let read = 0
globalThis.fetch = async (address, { headers } = {}) => {
  requests.push(new URL(address).pathname.split('/').at(-1))
  let data
  try {
    data = readFileSync(fileURLToPath(address))
  } catch {
    return new Response('', { status: 404 })
  }
  const range = input.ranges && /^bytes=(\d+)-(\d+)$/.exec(headers?.Range)
  if (range) data = data.subarray(Number(range[1]), Number(range[2]) + 1)
  read += data.length
  return new Response(data, { status: range ? 206 : 200 })
}
const folder = pathToFileURL(input.modules + '/').href
const { analyze, open, search } = await import(folder + 'client.js')
const { suggest } = await import(folder + 'names.js')
const { stem } = await import(folder + 'analyze.js')

const answers = []
const took = []
if (input.shards) open(pathToFileURL(input.shards + '/').href)
for (const { query, filter, sort, limit, offset, typing, noFacets } of input.asks ?? []) {
  const began = process.cpuUsage()
  try {
    const { total, loosened, results, facets } = await search(query, { filter, sort, limit, offset, typing, facets: !noFacets })
    answers.push({ total, loosened, facets, hits: results })
  } catch (error) {
    answers.push({ error: error.message, kind: error.name })
  }
  const { user, system } = process.cpuUsage(began)
  took.push((user + system) / 1000)
}
const suggested = await Promise.all((input.typed ?? []).map(suggest))
const stop = new Set(input.stop ?? [])
const texts = (input.texts ?? []).map(text => analyze(text, stop).map(({ term, position }) => `${term}@${position}`))
const words = (input.words ?? []).map(stem)
process.stdout.write(JSON.stringify({ answers, took, suggested, texts, words, requests, read }))
