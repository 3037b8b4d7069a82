/** Shapes of what endpoints tell about comments and suggestions. */
import { z } from '@hono/zod-openapi'
import type { Anchor, SuggestedEdit } from '../store/comment-anchors.ts'
import type { CommentRow } from '../store/comments.ts'
import { PostmortemId } from './postmortem-shapes.ts'
import { Id, Moment } from './shapes.ts'

/** The path of one. */
export const CommentPath = z.strictObject({ id: PostmortemId, comment: Id })

/** What became of it. */
export const CommentState = z.enum(['open', 'resolved', 'accepted', 'refused'])

/** A comment or a suggestion. */
export const CommentShape = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    kind: z.enum(['comment', 'suggestion']),
    body: z.string(),
    anchor: z
      .object({ from: z.number(), to: z.number(), words: z.string(), lost: z.boolean() })
      .nullable()
      .describe('Where it stands in the text of `revision`; it moves along with edits'),
    edits: z
      .array(z.object({ from: z.number(), to: z.number(), text: z.string(), stale: z.boolean() }))
      .nullable()
      .describe('What a suggestion would change, in the text of `revision`'),
    revision: z.number().int(),
    state: CommentState,
    author: z.string().nullable(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi('Comment')

/** A row of the store as it is told. */
export function commentOf(row: CommentRow & { author: string | null }): z.input<typeof CommentShape> {
  const edits = row.edits === null ? null : (JSON.parse(row.edits) as SuggestedEdit[])
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind,
    body: row.body,
    anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as Anchor),
    edits: edits?.map((edit) => ({ ...edit, stale: edit.stale ?? false })) ?? null,
    revision: row.revision,
    state: row.state,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
