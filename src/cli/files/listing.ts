/** What looking for documents finds. */
import type { Refusal } from '../../base/result.ts'

/** One document, or a path that could not be looked at. */
export interface ListedDocument {
  /** The path as it was given, with what was found below it, with `/`. */
  readonly file: string
  /** The absolute path to open. */
  readonly path: string
  /** The folder that links may not lead out of. */
  readonly root: string
  /** Why it cannot be read, where listing already tells. */
  readonly refusal?: Refusal
}

/** What was found. */
export interface Listing {
  readonly documents: readonly ListedDocument[]
  /** Sentences about what was passed over. */
  readonly notes: readonly string[]
}
