// Calls a function of the search. What only suggestions need is not a part of
// client.js, which everybody waits for.

export async function call(name, args) {
  const module = name === 'suggest' ? await import('./names.js') : await import('./client.js')
  return module[name](...args)
}
