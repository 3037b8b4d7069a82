/** Text as HTML: escaped, with characters that would turn the direction of what follows made visible. */

const SPECIAL = /[&<>"'\u202a-\u202e\u2066-\u2069]/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The text for the content of an element. A bidirectional control becomes its name, such as U+202E, in a `span`. */
export function htmlText(text: string): string {
  return text.replace(
    SPECIAL,
    (character) => ENTITIES[character] ?? `<span class="control">${nameOf(character)}</span>`,
  )
}

/** The text for the value of an attribute in quotes. */
export function htmlAttribute(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES[character] ?? nameOf(character))
}

function nameOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase()}`
}
