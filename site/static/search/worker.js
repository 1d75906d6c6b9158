// The search in a thread of its own, so that typing never waits for it. A
// question is {id, lane, name, args}; an answer {id, value} or {id, error}. Of
// each lane only the last question is answered.

import { call } from './call.js'

const last = new Map() // lane to the id of its last question

addEventListener('message', async ({ data: { id, lane, name, args } }) => {
  last.set(lane, id)
  let answer
  try {
    answer = { id, value: await call(name, args) }
  } catch ({ name, message }) {
    answer = { id, error: { name, message } }
  }
  if (last.get(lane) === id) postMessage(answer)
})

postMessage({ ready: true })
