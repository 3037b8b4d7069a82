/** Holds that no control character reorders what a reader sees. */
import type { Rule } from '../../rule.ts'

/** Embeddings, overrides and isolates; the marks U+200E and U+200F reorder nothing by themselves and stay. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g

/** The rule. */
export const noBidiControls: Rule = {
  id: 'no-bidi-controls',
  group: 'structure',
  holds: 'No control character reorders what a reader sees.',
  severity: { draft: 'warning', review: 'error' },
  *check({ postmortem: { source } }) {
    let line: { from: number; to: number; end: number; codes: Set<string>; at: number[] } | null = null
    for (const match of source.matchAll(CONTROLS)) {
      if (line && match.index > line.end) {
        yield report(line)
        line = null
      }
      if (!line) {
        const end = source.indexOf('\n', match.index)
        line = { from: match.index, to: 0, end: end === -1 ? source.length : end, codes: new Set(), at: [] }
      }
      line.to = match.index + 1
      line.at.push(match.index)
      line.codes.add(`U+${match[0].charCodeAt(0).toString(16).toUpperCase()}`)
    }
    if (line) yield report(line)
  },
}

function report(line: { from: number; to: number; codes: ReadonlySet<string>; at: readonly number[] }) {
  const codes = [...line.codes].join(', ')
  return {
    span: { from: line.from, to: line.to },
    message: `Hidden controls (${codes}) reorder this line, so that it reads other than it is. Delete them.`,
    fix: {
      title: 'Delete the hidden controls',
      edits: line.at.map((from) => ({ from, to: from + 1, text: '' })),
      // Text in a script from right to left may look different afterwards, so a person should look.
      safe: false,
    },
  }
}
