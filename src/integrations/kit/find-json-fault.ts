/** Finds where a text stops being JSON, the same on every JavaScript engine; called only after parsing has failed. */

/** The offset of the first thing that does not belong, what it is, and what could have stood there. */
export interface JsonFault {
  readonly at: number
  readonly found: string
  readonly expected: string
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /(?:true|false|null)(?![A-Za-z])/y
const BLANK = /[ \t\r\n]*/y

type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' | 'nothing'

const EXPECTED: Readonly<Record<Want, string>> = {
  value: 'a value',
  'value-or-end': 'a value or "]"',
  key: 'a name in double quotes',
  'key-or-end': 'a name in double quotes or "}"',
  colon: '":"',
  comma: '"," or a closing bracket',
  nothing: 'the end of the file',
}

/** The first fault, or null where the text is JSON. Linear; its own stack, so depth cannot overflow it. */
export function findJsonFault(text: string): JsonFault | null {
  const stack: string[] = []
  let want = 'value' as Want
  let at = skip(BLANK, text, 0)
  while (at < text.length) {
    const character = text[at]!
    const opened = stack.at(-1)
    if (want === 'colon') {
      if (character !== ':') return fault(text, at, want)
      want = 'value'
      at++
    } else if (
      want === 'comma' ||
      ((want === 'value-or-end' || want === 'key-or-end') && character === closerOf(opened))
    ) {
      if (character === closerOf(opened)) {
        stack.pop()
        want = stack.length > 0 ? 'comma' : 'nothing'
      } else if (character === ',') want = opened === '{' ? 'key' : 'value'
      else return fault(text, at, want)
      at++
    } else if (want === 'nothing') return fault(text, at, want)
    else if (character === '"') {
      const end = endOfString(text, at + 1)
      if (text[end] !== '"') return stringFault(text, end)
      at = end + 1
      want = want === 'key' || want === 'key-or-end' ? 'colon' : after(stack)
    } else if (want === 'key' || want === 'key-or-end') return fault(text, at, want)
    else if (character === '{' || character === '[') {
      stack.push(character)
      want = character === '{' ? 'key-or-end' : 'value-or-end'
      at++
    } else {
      const end = Math.max(skip(NUMBER, text, at), skip(WORD, text, at))
      if (end === at) return fault(text, at, want)
      at = end
      want = after(stack)
    }
    at = skip(BLANK, text, at)
  }
  return want === 'nothing' ? null : fault(text, at, want)
}

/** Where a text value ends: its closing quote, or the first character that may not stand in it. */
function endOfString(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 34 || code < 32) return at
    if (code === 92) {
      const escaped = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6))
      if (!escaped) return at
      at += escaped[0].length
    } else at++
  }
  return at
}

function after(stack: readonly string[]): Want {
  return stack.length > 0 ? 'comma' : 'nothing'
}

function closerOf(opener: string | undefined): string {
  return opener === '{' ? '}' : opener === '[' ? ']' : ''
}

function fault(text: string, at: number, want: Want): JsonFault {
  return { at, found: foundAt(text, at), expected: EXPECTED[want] }
}

function stringFault(text: string, at: number): JsonFault {
  return { at, found: foundAt(text, at), expected: 'the closing double quote of a text' }
}

function foundAt(text: string, at: number): string {
  const character = text.codePointAt(at)
  if (character === undefined) return 'the end of the file'
  if (character === 10 || character === 13) return 'the end of the line'
  if (character < 32) return `the control character U+${character.toString(16).padStart(4, '0').toUpperCase()}`
  const word = /^[A-Za-z]{1,20}/.exec(text.slice(at, at + 20))
  return JSON.stringify(word?.[0] ?? String.fromCodePoint(character))
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
