/** The words of inline Markdown without its marks: what a reader sees, on one line. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const MARKS = /[\\`*_~[\]<&\n\r\t]/
/** What is to be narrowed to one blank. */
const BLANKS = /\s{2,}|[^\S ]/g
const IS_MARK = new Uint8Array(128)
for (const mark of '\\`*_~[]<&\n\r\t') IS_MARK[mark.charCodeAt(0)] = 1

/** Plain words of inline Markdown: code and link texts stay, marks, link targets and HTML tags go. Linear; never throws. */
export function plainWords(source: string): string {
  if (!MARKS.test(source)) return source.trim()
  const out: string[] = []
  const brackets: number[] = []
  const emphasis: { mark: string; at: number; length: number }[] = []
  let lastRuns: Map<number, number> | null = null
  const tagEnd = ahead(source, '>')
  const commentEnd = ahead(source, '-->')
  let at = 0
  while (at < source.length) {
    const character = source[at]!
    if (character === '\\') {
      const next = source[at + 1]
      if (next !== undefined && /[!-/:-@[-`{-~]/.test(next)) {
        out.push(next)
        at += 2
      } else {
        out.push(next === '\n' ? ' ' : '\\')
        at += next === '\n' ? 2 : 1
      }
    } else if (character === '`') {
      const run = runLength(source, at)
      lastRuns ??= lastBackticks(source)
      const close = lastRuns.get(run)! > at ? closingRun(source, at + run, run) : -1
      if (close < 0) {
        out.push(source.slice(at, at + run))
        at += run
      } else {
        out.push(source.slice(at + run, close).trim())
        at = close + run
      }
    } else if (character === '[') {
      brackets.push(out.length)
      out.push('[')
      at++
    } else if (character === ']') {
      at = closeBracket(source, at, out, brackets)
    } else if (character === '*' || character === '_' || character === '~') {
      at = delimiter(source, at, out, emphasis)
    } else if (character === '<') {
      const tag = tagAt(source, at, tagEnd, commentEnd)
      if (tag) {
        out.push(tag.words)
        at = tag.to
      } else {
        out.push('<')
        at++
      }
    } else if (character === '&') {
      const entity = /^&(?:([a-z]{2,6})|#(\d{1,7}));/i.exec(source.slice(at, at + 10))
      const words = entity && entityWords(entity)
      out.push(words ?? '&')
      at += words ? entity[0].length : 1
    } else {
      let end = at + 1
      while (end < source.length && IS_MARK[source.charCodeAt(end)] !== 1) end++
      const words = source.slice(at, end)
      out.push(character === '\n' || character === '\r' || character === '\t' ? ` ${words.slice(1)}` : words)
      at = end
    }
  }
  return out.join('').replace(BLANKS, ' ').trim()
}

function entityWords(entity: RegExpExecArray): string | null {
  if (entity[1]) return ENTITIES[entity[1].toLowerCase()] ?? null
  const code = Number(entity[2])
  return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null
}

function runLength(source: string, at: number): number {
  let end = at
  while (source[end] === source[at]) end++
  return end - at
}

/** Where the last run of backticks of each length begins, so that nobody looks for one that does not come. */
function lastBackticks(source: string): Map<number, number> {
  const last = new Map<number, number>()
  for (let at = source.indexOf('`'); at >= 0; ) {
    const length = runLength(source, at)
    last.set(length, at)
    at = source.indexOf('`', at + length)
  }
  return last
}

function closingRun(source: string, from: number, run: number): number {
  for (let at = source.indexOf('`', from); at >= 0; at = source.indexOf('`', at)) {
    const length = runLength(source, at)
    if (length === run) return at
    at += length
  }
  return -1
}

/** At `]`: drops a link's target and its brackets (and the `!` of an image); keeps brackets that are no link. */
function closeBracket(source: string, at: number, out: string[], brackets: number[]): number {
  const opened = brackets.pop()
  const target = opened === undefined ? 0 : targetLength(source, at + 1)
  if (opened === undefined || target === 0) {
    out.push(']')
    return at + 1
  }
  out[opened] = ''
  const before = out[opened - 1]
  if (before?.endsWith('!')) out[opened - 1] = before.slice(0, -1)
  return at + 1 + target
}

const LONGEST_TARGET = 2000
const DEEPEST_TARGET = 8

/** Length of `(target "title")` or `[reference]` from here; zero where there is none. */
function targetLength(source: string, from: number): number {
  if (source[from] === '(') {
    let depth = 0
    for (let at = from; at < source.length && at < from + LONGEST_TARGET; at++) {
      const character = source[at]
      if (character === '\\') at++
      else if (character === '(') {
        if (++depth > DEEPEST_TARGET) return 0
      } else if (character === ')' && --depth === 0) return at + 1 - from
    }
  }
  return 0
}

function delimiter(
  source: string,
  at: number,
  out: string[],
  open: { mark: string; at: number; length: number }[],
): number {
  const mark = source[at]!
  const length = runLength(source, at)
  const run = source.slice(at, at + length)
  const before = source[at - 1] ?? ' '
  const after = source[at + length] ?? ' '
  const intraword = mark === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
  const single = mark === '~' && length === 1
  if (!intraword && !single && length <= 3) {
    const opener = open.at(-1)
    if (!/\s/.test(before) && opener?.mark === mark && opener.length === length) {
      out[opener.at] = ''
      open.pop()
      return at + length
    }
    if (!/\s/.test(after)) {
      if (open.length > 50) open.shift()
      open.push({ mark, at: out.length, length })
    }
  }
  out.push(run)
  return at + length
}

type Ahead = (at: number) => number

/** Finds the next occurrence at or after places that only go forward, and looks at each character once. */
function ahead(source: string, wanted: string): Ahead {
  let found = -2
  return (at) => {
    if (found !== -1 && found < at) found = source.indexOf(wanted, at)
    return found
  }
}

/** A tag, comment or autolink: its visible words and where it ends; null when it is none. */
function tagAt(source: string, at: number, tagEnd: Ahead, commentEnd: Ahead): { words: string; to: number } | null {
  const end = tagEnd(at)
  if (end < 0) return null
  if (source.startsWith('<!--', at)) {
    const close = commentEnd(at + 4)
    return close < 0 ? null : { words: '', to: close + 3 }
  }
  if (end - at > LONGEST_TARGET) return null
  const inside = source.slice(at + 1, end)
  if (/^(?:https?:\/\/|mailto:)[^\s<]*$/i.test(inside)) return { words: inside, to: end + 1 }
  if (/^br\s*\/?$/i.test(inside)) return { words: ' ', to: end + 1 }
  return /^\/?[a-z][a-z0-9-]*(?:\s[^<]*)?\/?$/i.test(inside) ? { words: '', to: end + 1 } : null
}
