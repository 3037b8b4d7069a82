/** Forgiving shapes that every source uses: an unexpected value in an optional field reads as absent. */
import { z } from 'zod'

/** Anything at all, also nothing. */
export const anything = z.unknown().optional()

/** A text, or absent where the field holds anything else; numbers become text. */
export const looseText = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined))
  .optional()

/** A list of anything; absent or anything else reads as empty. */
export const looseList = z
  .unknown()
  .transform((value) => (Array.isArray(value) ? (value as unknown[]) : []))
  .optional()

/** An object of anything; anything else reads as absent. */
export const looseRecord = z
  .unknown()
  .transform((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined,
  )
  .optional()

/** A field that reads as absent where it does not have its shape. */
export function loosely<T extends z.ZodType>(shape: T) {
  return shape.optional().catch(undefined)
}
