/** One postmortem as a line of the index. */
import { findIncidentId } from '../base/incident-id.ts'
import { utcDay } from '../base/instant.ts'
import { itemHistories } from '../record/item-history.ts'
import { itemKey } from '../record/item-key.ts'
import type { IndexRow } from './index-page.ts'
import { type StageInput, stageOf } from './stage.ts'

/** What the index says of a postmortem in a file beside it; open are all items that are neither done, verified nor left undone by the record. */
export function indexRow(input: StageInput, file: string): IndexRow {
  const { postmortem, entries } = input
  const { incidentId, startedAt, severity } = postmortem.metadata
  const id = incidentId?.value ?? file.replace(/\.md$/i, '')
  const started = startedAt?.value ?? null
  const histories = itemHistories(entries)
  const open = postmortem.actionItems.filter((item) => {
    const status = histories.get(itemKey(item.id))?.status ?? 'open'
    return status === 'open' || status === 'in progress'
  })
  return {
    date: started === null ? (findIncidentId(id)?.day ?? '') : utcDay(started),
    id,
    title: postmortem.title?.value ?? '',
    severity: severity?.value ?? null,
    stage: stageOf(input).stage,
    openItems: open.length,
    file,
  }
}
