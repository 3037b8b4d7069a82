/** Shapes of what endpoints tell about action items. */
import { z } from '@hono/zod-openapi'
import { PROOF_TYPES } from '../../record/entry-data.ts'
import type { ItemRow } from '../store/items.ts'
import { PostmortemId } from './postmortem-shapes.ts'
import { Line } from './shapes.ts'

/** A status. */
export const ItemStatusShape = z.enum(['open', 'in progress', 'done', 'verified', "won't do"])

/** The path of one item. */
export const ItemPath = z.strictObject({ id: PostmortemId, item: Line(60).openapi({ example: 'A1' }) })

/** What shows that something was done. */
export const ProofShape = z.strictObject({
  type: z.enum(PROOF_TYPES as [string, ...string[]]).default('change'),
  reference: Line(2000),
  note: Line(2000).optional(),
})

/** An item as lists tell it. */
export const ListedItem = z
  .object({
    ref: z.string().openapi({ example: 'INC-2026-11-23-001#A1' }),
    postmortem: z.string(),
    id: z.string(),
    description: z.string(),
    owner: z.string().nullable(),
    ticket: z.string().nullable(),
    status: ItemStatusShape.describe('By the record'),
    claim: ItemStatusShape.nullable().describe('What the text says and the record does not'),
    due: z.string().nullable(),
    firstDue: z.string().nullable(),
    quarter: z.string().nullable(),
    priority: z.string().nullable(),
    type: z.string().nullable(),
    addresses: z.array(z.string()),
    proof: z.string().nullable(),
    doneOn: z.string().nullable(),
    verifiedOn: z.string().nullable(),
    effect: z.string().nullable(),
    overdue: z.boolean(),
  })
  .openapi('ActionItem')

/** A row of the store as lists tell it. */
export function listedItem(row: ItemRow, today: string): z.input<typeof ListedItem> {
  return {
    ref: `${row.postmortem_id}#${row.key}`,
    postmortem: row.postmortem_id,
    id: row.key,
    description: row.description,
    owner: row.owner,
    ticket: row.ticket,
    status: row.status as z.input<typeof ItemStatusShape>,
    claim: row.claim as z.input<typeof ItemStatusShape> | null,
    due: row.due,
    firstDue: row.first_due,
    quarter: row.quarter,
    priority: row.priority,
    type: row.type,
    addresses: JSON.parse(row.addresses) as string[],
    proof: row.proof,
    doneOn: row.done_on,
    verifiedOn: row.verified_on,
    effect: row.effect,
    overdue: row.late_on !== null && row.late_on < today,
  }
}
