/** The day of an incident, from the best that its postmortem says. */
import { findIncidentId } from '../base/incident-id.ts'
import { instantOfDay, utcDay } from '../base/instant.ts'
import { dateIn } from '../timeline/time-text.ts'
import type { Postmortem } from './model.ts'

/** `YYYY-MM-DD`: of the start (UTC), else of the metadata's dates, the incident's id, the title, the first dated row; null where none tells. */
export function incidentDate({ metadata, title, timeline }: Postmortem): string | null {
  const { startedAt, endedAt, incidentId } = metadata
  if (startedAt && startedAt.value !== null) return utcDay(startedAt.value)
  const dated = metadata.entries.filter(({ key }) => key === 'start' || key === 'date' || key === 'end')
  for (const { value } of dated) {
    const day = dayIn(value.text)
    if (day) return day
  }
  if (endedAt && endedAt.value !== null) return utcDay(endedAt.value)
  const id = findIncidentId(`${incidentId?.text ?? ''} ${title?.text ?? ''}`)
  return id?.day ?? dayIn(title?.text ?? '') ?? timeline.find(({ date }) => date !== null)?.date ?? null
}

function dayIn(text: string): string | null {
  const date = dateIn(text)
  const instant = date && instantOfDay(date.year, date.month, date.day)
  return instant === null ? null : utcDay(instant)
}
