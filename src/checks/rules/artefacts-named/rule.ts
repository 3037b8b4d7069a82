/** Holds that Related artefacts name what was used. */
import type { ArtefactEntry } from '../../../document/model.ts'
import { headingOf, sectionOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

/** Kinds of which a link can be given. */
const LINKED: ReadonlySet<ArtefactEntry['kind']> = new Set(['runbook', 'dashboard', 'thread', 'page'])
const NONE = /^\W*(?:none|no|n\/a|not used|nothing|there (?:was|were|is) no|なし)\b|なし/i

/** The rule. */
export const artefactsNamed: Rule = {
  id: 'artefacts-named',
  group: 'artefacts',
  holds: 'Related artefacts name the runbooks, dashboards, alerts and threads, with links.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const { artefacts, source } = postmortem
    if (!sectionOf(postmortem, 'artefacts')) return
    if (artefacts.length === 0) {
      const section = sectionOf(postmortem, 'artefacts')!
      if (source.slice(section.headingSpan.to, section.extent.to).trim() !== '') return
      yield {
        span: headingOf(postmortem, 'artefacts'),
        message:
          'No artefacts are named. List runbooks, dashboards, alerts, the chat thread and the page, each with a link.',
      }
      return
    }
    for (const { kind, label, value, links } of artefacts) {
      if (isBlank(value.text)) {
        yield {
          span: value.span,
          message: `"${label}" is blank. Name what was used, or write "none" where there was nothing.`,
        }
      } else if (LINKED.has(kind) && links.length === 0 && !isUnwritten(value.text) && !NONE.test(value.text)) {
        // A path or a name in code leads there too.
        if (/`|\/|\[\[|\.\w{2,4}\b|#\w/.test(source.slice(value.span.from, value.span.to))) continue
        yield {
          span: value.span,
          message: `"${label}" has no link. Add one, so that a reader gets there.`,
          severity: 'info',
        }
      }
    }
  },
}
