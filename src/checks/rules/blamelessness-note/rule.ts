/** Holds that the note on blamelessness closes the postmortem. */
import { lineEndingAt } from '../../../base/edit.ts'
import type { Postmortem } from '../../../document/model.ts'
import { BLAMELESSNESS_NOTE } from '../../../document/template.ts'
import type { Fix, Rule } from '../../rule.ts'

/** The rule. */
export const blamelessnessNote: Rule = {
  id: 'blamelessness-note',
  group: 'blameless',
  holds: 'The note on blamelessness closes the postmortem.',
  severity: { draft: 'info', review: 'warning', publish: 'error' },
  *check({ postmortem }) {
    if (postmortem.blamelessNote !== null) return
    const end = postmortem.source.trimEnd().length
    const fix = appendNote(postmortem)
    yield {
      span: { from: end, to: end },
      message:
        'The note on blamelessness is missing. Close with the paragraph "**A note on blamelessness.** ..." of the template.',
      ...(fix ? { fix } : {}),
    }
  },
}

/** Appends the note after a rule; null where it would become part of code or HTML that is still open. */
function appendNote({ source, sections }: Postmortem): Fix | null {
  const last = sections.findLast((section) => section.blocks.length > 0)?.blocks.at(-1)
  if (last?.type === 'code' || last?.type === 'html') return null
  const line = lineEndingAt(source, source.length)
  const end = source.trimEnd().length
  const before = source.slice(end).includes('\n') || source.slice(end).includes('\r') ? line : line + line
  const text = `${before}---${line}${line}${BLAMELESSNESS_NOTE}${line}`
  return {
    title: 'Append the note on blamelessness',
    edits: [{ from: source.length, to: source.length, text }],
    safe: true,
  }
}
