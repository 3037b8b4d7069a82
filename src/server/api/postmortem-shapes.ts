/** Shapes of what endpoints tell about postmortems. */
import { z } from '@hono/zod-openapi'
import { GATES } from '../../checks/rule.ts'
import { STAGES } from '../../publication/stage.ts'
import type { PostmortemRow } from '../store/visible-postmortems.ts'
import { Moment } from './shapes.ts'

/** The id of an incident and its postmortem. */
export const PostmortemId = z
  .string()
  .regex(/^INC-\d{4}-\d{2}-\d{2}-\d{3,6}(?:-[a-z0-9]{4,16})?$/, 'is no incident id, such as INC-2026-11-23-001')
  .openapi({ example: 'INC-2026-11-23-001' })

/** The path of everything that belongs to one postmortem. */
export const PostmortemPath = z.strictObject({ id: PostmortemId })

/** Text of any number of lines that a database can hold. */
export const Words = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0\p{Surrogate}]*$/u, 'holds a NUL or half of a character')

/** Words of which there must be some. */
export const Reason = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[^\0\p{Surrogate}]*$/u, 'holds a NUL or half of a character')

/** A whole Markdown text, and the bytes that a request with one may have. */
export const Markdown = Words(2_000_000)
export const LARGEST_TEXT = 8 * 1024 * 1024

/** One edit: offsets are UTF-16 units into the text of the revision that `If-Match` names. */
export const EditShape = z
  .strictObject({ from: z.number().int().min(0), to: z.number().int().min(0), text: Words(1_000_000) })
  .openapi('Edit')

/** A severity. */
export const SeverityShape = z.enum(['P0', 'P1', 'P2', 'P3'])

/** A quarter. */
export const QuarterShape = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/, 'is no quarter, such as 2026-Q4')
  .openapi({ example: '2026-Q4' })

/** A stage. */
export const StageShape = z.enum(STAGES)

/** A gate. */
export const GateShape = z.enum(GATES)

/** A finding of the checks. */
export const FindingShape = z
  .object({
    rule: z.string(),
    group: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    line: z.number().int(),
    column: z.number().int(),
    endLine: z.number().int(),
    endColumn: z.number().int(),
    fix: z
      .object({
        title: z.string(),
        safe: z.boolean(),
        edits: z.array(z.object({ from: z.number(), to: z.number(), text: z.string() })),
      })
      .optional(),
  })
  .openapi('Finding')

/** A postmortem in a list. */
export const ListedPostmortem = z
  .object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    stage: StageShape,
    severity: SeverityShape.nullable(),
    startedAt: Moment.nullable(),
    quarter: z.string().nullable(),
    visibility: z.enum(['internal', 'restricted']),
    revision: z.number().int(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi('ListedPostmortem')

/** What every change of a postmortem answers. */
export const ChangedShape = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    changed: z.boolean().describe('False where everything stood already, so that no revision was cut'),
    stage: StageShape,
  })
  .openapi('ChangedPostmortem')

/** A row of the store as lists tell it. */
export function listedPostmortem(row: PostmortemRow): z.input<typeof ListedPostmortem> {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    stage: row.stage as z.input<typeof StageShape>,
    severity: row.severity as z.input<typeof SeverityShape> | null,
    startedAt: row.started_at,
    quarter: row.quarter,
    visibility: row.visibility,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
