/** Adds one element to a hand-written, sorted list in the text of a TypeScript file, and its import where it has one. */

/**
 * @param {string} text of the file
 * @param {object} addition
 * @param {string} addition.list the name of the exported array
 * @param {string} addition.key what the element is sorted by
 * @param {string} addition.element its source
 * @param {string} [addition.importLine] the import that the element needs
 * @param {(element: string, text: string) => string} addition.keyOf reads the key of an element that is already there
 * @returns {string} the new text, which the formatter still has to see
 * @throws {Error} where the list is not there, or holds the key already
 */
export function addToList(text, { list, key, element, importLine, keyOf }) {
  const start = new RegExp(`export const ${list}\\b[^=]*= \\[`).exec(text)
  if (!start) throw new Error(`There is no list "export const ${list} = [" in the file.`)
  const from = start.index + start[0].length
  const { elements, to } = readElements(text, from)
  const keys = elements.map((each) => keyOf(each, text))
  if (keys.includes(key)) throw new Error(`The list ${list} holds "${key}" already.`)
  const at = keys.findIndex((each) => each > key)
  elements.splice(at < 0 ? elements.length : at, 0, element)
  const grown = `${text.slice(0, from)}\n  ${elements.join(',\n  ')},\n${text.slice(to)}`
  return importLine ? withImport(grown, importLine) : grown
}

/** Splits the inside of an array at its own commas; comments stay with the element that they stand before. */
function readElements(/** @type {string} */ text, /** @type {number} */ from) {
  const elements = []
  let begin = from
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === "'" || letter === '"' || letter === '`') at = endOfString(text, at)
    else if (text.startsWith('//', at)) at = text.indexOf('\n', at)
    else if ('([{'.includes(letter)) depth++
    else if (depth === 0 && letter === ']') {
      elements.push(text.slice(begin, at).trim())
      return { elements: elements.filter((each) => each !== ''), to: at }
    } else if (')]}'.includes(letter)) depth--
    else if (depth === 0 && letter === ',') {
      elements.push(text.slice(begin, at).trim())
      begin = at + 1
    }
  }
  throw new Error('The list is not closed.')
}

function endOfString(/** @type {string} */ text, /** @type {number} */ open) {
  let at = open + 1
  while (at < text.length && text[at] !== text[open]) at += text[at] === '\\' ? 2 : 1
  return at
}

function withImport(/** @type {string} */ text, /** @type {string} */ line) {
  const imports = [...text.matchAll(/^import .*$/gm)]
  const last = imports.at(-1)
  if (!last) throw new Error('There is no import to put the new one beside.')
  const end = last.index + last[0].length
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`
}
