// element makes one; children are nodes or texts, null for none. Text becomes
// text: no markup is ever read from a case or a query.
export function element(name, attributes, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value)
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''))
  return node
}
