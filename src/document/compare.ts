/** What changed between two revisions of a postmortem: title, metadata, sections, rows of the timeline, action items. */
import { compareItems, type ItemChange } from './compare-items.ts'
import { compareRows, type RowChange } from './compare-rows.ts'
import { compareSections, type SectionChange } from './compare-sections.ts'
import type { MetadataEntry, Postmortem } from './model.ts'

/** A value that is not as it was; null where there was or is none. */
export interface ValueChange {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** All changes; nothing in any list where the two say the same. */
export interface Comparison {
  readonly title: ValueChange | null
  readonly metadata: readonly ValueChange[]
  readonly sections: readonly SectionChange[]
  readonly timeline: readonly RowChange[]
  readonly actionItems: readonly ItemChange[]
}

/** Compares two revisions. Line endings and a byte order mark make no difference. */
export function comparePostmortems(before: Postmortem, after: Postmortem): Comparison {
  const title = { label: 'Title', before: before.title?.text ?? null, after: after.title?.text ?? null }
  return {
    title: title.before === title.after ? null : title,
    metadata: compareMetadata(before.metadata.entries, after.metadata.entries),
    sections: compareSections(before, after),
    timeline: compareRows(before.timeline, after.timeline),
    actionItems: compareItems(before.actionItems, after.actionItems),
  }
}

function compareMetadata(before: readonly MetadataEntry[], after: readonly MetadataEntry[]): ValueChange[] {
  const [old, now] = [byKey(before), byKey(after)]
  const changes: ValueChange[] = []
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [earlier, later] = [old.get(key), now.get(key)]
    if (earlier?.value.text === later?.value.text) continue
    changes.push({
      label: (later ?? earlier)!.label,
      before: earlier?.value.text ?? null,
      after: later?.value.text ?? null,
    })
  }
  return changes
}

/** By meaning, or by label where a label means none of ours; a second one of a kind is numbered. */
function byKey(entries: readonly MetadataEntry[]): Map<string, MetadataEntry> {
  const found = new Map<string, MetadataEntry>()
  const count = new Map<string, number>()
  for (const entry of entries) {
    const name = entry.key === 'other' ? `other ${entry.label.toLowerCase()}` : entry.key
    const number = (count.get(name) ?? 0) + 1
    count.set(name, number)
    found.set(`${name} ${number}`, entry)
  }
  return found
}
