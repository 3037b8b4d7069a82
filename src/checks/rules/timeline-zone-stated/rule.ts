/** Holds that the timeline says in which zone its times are. */
import type { Section } from '../../../document/model.ts'
import { zoneAt, zoneIn } from '../../../timeline/zone.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { writtenRows } from '../../timeline-rows.ts'

/** How far above the first entry a note about the zone is looked for. */
const NOTE = 400

/** The rule. */
export const timelineZoneStated: Rule = {
  id: 'timeline-zone-stated',
  group: 'timeline',
  holds: 'The timeline says in which zone its times are.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const rows = writtenRows(postmortem).filter((row) => row.at !== null)
    if (rows.length === 0) return
    if (rows.some((row) => namesZone(row.timeText) || (row.timeText === '' && namesZone(row.text)))) return
    const first = new Map<number, number>()
    for (const row of postmortem.timeline) if (!first.has(row.section)) first.set(row.section, row.span.from)
    const stated = postmortem.sections.some(
      (section, index) => section.kind === 'timeline' && statesZone(postmortem.source, section, first.get(index)),
    )
    if (stated) return
    // One sentence for the whole document.
    if (/\ball (?:listed )?times\b[^.]{0,120}\b(?:UTC|GMT|[A-Z]{2,4}T|time ?zone)\b/i.test(postmortem.source)) return
    yield {
      span: headingOf(postmortem, 'timeline'),
      message:
        'The timeline does not say in which zone its times are; they are read as UTC. Write "Timeline (UTC)", or the zone that is meant.',
    }
  },
}

function statesZone(source: string, section: Section, first: number | undefined): boolean {
  if (zoneIn(section.heading) !== null) return true
  const body = section.headingSpan.to
  const end = Math.min(first ?? section.span.to, body + NOTE)
  return end > body && zoneIn(source.slice(body, end)) !== null
}

/** `14:03 PST`, `14:03Z`, `2026-11-23T14:03+09:00`: a zone right behind the digits. */
function namesZone(time: string): boolean {
  const end = /\d(?:\s?[ap]\.?m\.?)?(?=[^\d:.,/\-–]*$)/i.exec(time.slice(0, 40))
  if (!end) return false
  const rest = time.slice(end.index + end[0].length)
  return zoneAt(rest) !== null || /[+-]\d{2}:?\d{2}$/.test(time.trim()) || zoneIn(time) !== null
}
