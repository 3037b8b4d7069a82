/** Takes the marks of Markdown off one line of notes: heading, bullet, number, check box, table cells, bold. */

/** A line without its marks. */
export interface LineParts {
  /** `heading`, `row` of a table, `rule` (nothing but marks), or `line`. */
  readonly form: 'heading' | 'row' | 'rule' | 'line'
  /** How far it is indented; a tab counts as four. */
  readonly indent: number
  /** Whether it carries a bullet, a number or a check box. */
  readonly bullet: boolean
  readonly words: string
  /** Cells of a table row, else the words alone. */
  readonly cells: readonly string[]
}

/** The parts of a line. Linear in its length. */
export function lineParts(line: string): LineParts {
  const blank = /^[ \t]*/.exec(line)![0]
  const indent = blank.replaceAll('\t', '    ').length
  let words = line.slice(blank.length).trimEnd()
  if (/^[|:\-=_*+`~ \t]{3,}$/.test(words)) return { form: 'rule', indent, bullet: false, words: '', cells: [] }
  const heading = /^#{1,6}[ \t]+/.exec(words)
  if (heading) {
    words = plain(words.slice(heading[0].length).replace(/[ \t]#+$/, ''))
    return { form: 'heading', indent, bullet: false, words, cells: [words] }
  }
  if (words.startsWith('|')) {
    const cells = words
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(plain)
    return { form: 'row', indent, bullet: false, words: cells.join(' '), cells }
  }
  words = words.replace(/^(?:>[ \t]?){1,5}/, '')
  const mark = /^(?:[-*+•·–—][ \t]+|\d{1,3}[.)][ \t]+(?=\D|\d{1,2}[:：]|\d{4}-))?(?:\[[ xX]\][ \t]+)?/.exec(words)![0]
  words = plain(words.slice(mark.length))
  return { form: 'line', indent, bullet: mark !== '', words, cells: [words] }
}

/** Links become their labels, bold marks fall away. */
function plain(text: string): string {
  return text
    .replace(/\[([^[\]]{1,300})\]\(([^()\s]{1,500})\)/g, '$1 $2')
    .replace(/(\*\*|__)(?=\S)/g, '')
    .replace(/(?<=\S)(\*\*|__)/g, '')
    .trim()
}
