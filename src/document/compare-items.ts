/** Which action items came, went or changed, field by field. */
import { matchByKeys } from './match-by-keys.ts'
import type { ActionItem, Field } from './model.ts'

/** The fields of an item that are compared. */
export type ItemField = (typeof FIELDS)[number]

/** One item that is not as it was, by its id in the later revision (the earlier one where it went). */
export interface ItemChange {
  readonly change: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly before: ActionItem | null
  readonly after: ActionItem | null
  /** The author's words; empty where there are none. */
  readonly fields: readonly { readonly field: ItemField; readonly before: string; readonly after: string }[]
}

const FIELDS = [
  'description',
  'owner',
  'ticket',
  'due',
  'status',
  'priority',
  'type',
  'addresses',
  'proof',
  'effect',
] as const

/** Items are the same where a written id is; ids given by position count only after equal descriptions. */
export function compareItems(before: readonly ActionItem[], after: readonly ActionItem[]): ItemChange[] {
  const partner = matchByKeys(before, after, [writtenId, description, anyId])
  const left = new Set(before.keys())
  const changes: ItemChange[] = []
  after.forEach((item, index) => {
    const from = partner[index] ?? null
    const old = from === null ? null : before[from]!
    if (from !== null) left.delete(from)
    const fields = fieldsOf(old, item)
    if (old === null) changes.push({ change: 'added', id: item.id, before: null, after: item, fields })
    else if (fields.length > 0) changes.push({ change: 'changed', id: item.id, before: old, after: item, fields })
  })
  for (const index of left) {
    const item = before[index]!
    changes.push({ change: 'removed', id: item.id, before: item, after: null, fields: fieldsOf(item, null) })
  }
  return changes
}

function fieldsOf(before: ActionItem | null, after: ActionItem | null): ItemChange['fields'] {
  return FIELDS.flatMap((field) => {
    const [old, now] = [words(before?.[field]), words(after?.[field])]
    return old === now ? [] : [{ field, before: old, after: now }]
  })
}

function words(field: Field<unknown> | null | undefined): string {
  return field?.text ?? ''
}

function writtenId({ id, idGiven }: ActionItem): string | null {
  return idGiven ? id.toUpperCase() : null
}

function description(item: ActionItem): string | null {
  return item.description.text === '' ? null : item.description.text
}

function anyId({ id, idGiven }: ActionItem): string | null {
  return idGiven ? null : id
}
